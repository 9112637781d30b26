const isGone = (cause: unknown) => /context was destroyed|Cannot find context/.test(`${cause}`)

/** Reads from a page that may reload meanwhile: what the old document took along is read from the new one. */
export async function readAcrossReload<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (cause) {
    if (!isGone(cause)) throw cause
    return read()
  }
}
