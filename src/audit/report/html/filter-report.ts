/** Runs in the report: filters lists and tables. It is sent as text and must not use anything outside itself. */
export function filterReport(): void {
  for (const form of document.querySelectorAll('form.filters')) {
    const section = form.closest('section')
    const entries = [...(section?.querySelectorAll<HTMLElement>('[data-text]') ?? [])]
    const output = form.querySelector('output')
    const apply = () => {
      const data = new FormData(form as HTMLFormElement)
      const severities = form.querySelector('[name=severity]') ? data.getAll('severity') : undefined
      const rule = String(data.get('rule') ?? '')
      const phase = String(data.get('phase') ?? '')
      const text = String(data.get('text') ?? '').toLowerCase()
      let shown = 0
      for (const entry of entries) {
        const { severity = '', rule: own = '', phase: seen = '', text: words = '' } = entry.dataset
        const isShown =
          (!severities || severities.includes(severity)) &&
          (!rule || rule === own) &&
          (!phase || seen.split(' ').includes(phase)) &&
          words.includes(text)
        entry.hidden = !isShown
        if (isShown) shown += 1
      }
      if (output) output.textContent = `${shown} of ${entries.length} shown`
    }
    form.addEventListener('input', apply)
    form.addEventListener('submit', (event) => event.preventDefault())
    apply()
  }
}
