/** A line of JSON for each thing that happened. Callers give no personal data; levels below `level` are left out. */
export function createLog(level = 'info', write = (line) => process.stdout.write(line)) {
  const levels = ['debug', 'info', 'warn', 'error', 'silent']
  const line = (name) => (message, details) => {
    if (levels.indexOf(name) < levels.indexOf(level)) return
    write(`${JSON.stringify({ time: new Date().toISOString(), level: name, message, ...details })}\n`)
  }
  return { info: line('info'), warn: line('warn'), error: line('error') }
}
