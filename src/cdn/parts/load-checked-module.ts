/**
 * Loads a module whose content has to match: `import()` takes no integrity, and finds in the module map the file
 * that a preload has checked (HTML section 4.6.7.12). Passes where Trusted Types let no script address through.
 * @throws where it does not match, or cannot be checked
 */
export async function loadCheckedModule(address: string, integrity: string): Promise<void> {
  const link = document.createElement('link')
  link.rel = 'modulepreload'
  link.crossOrigin = 'anonymous'
  link.integrity = integrity
  link.href = address
  try {
    await new Promise((resolve, reject) => {
      link.onload = resolve
      link.onerror = reject
      document.documentElement.append(link)
    })
    await import(address)
  } finally {
    link.remove()
  }
}
