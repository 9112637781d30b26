import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { installWithApt } from '../browser/install-with-apt.mjs'

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** @returns the executable an environment variable names, if it is set */
function readVariable(variable) {
  const asked = process.env[variable]
  if (asked && !existsSync(asked)) {
    throw new Error(`${variable} names ${asked}, which does not exist. Correct it or unset it.`)
  }
  return asked
}

export function findOnPath(command) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return folders.map((folder) => join(folder, command)).find(isExecutable)
}

const listFolders = (folder) => {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name))
  } catch {
    return []
  }
}

/**
 * MiniBrowser comes with the library and lies beside its processes, in a folder that is called after the API
 * (`webkit2gtk-4.1`, `webkitgtk-6.0`): under the libraries of an architecture (Debian), or of all, or in libexec.
 */
function findMiniBrowser() {
  const roots = ['/usr/lib', '/usr/lib64', '/usr/libexec', '/usr/local/lib', '/usr/local/libexec']
  const architectures = listFolders('/usr/lib').filter((folder) => folder.includes('-linux-'))
  return [...architectures, ...roots]
    .flatMap(listFolders)
    .filter((folder) => /\/webkit(2)?gtk-[\d.]+$/.test(folder))
    .map((folder) => join(folder, 'MiniBrowser'))
    .find(isExecutable)
}

function look() {
  return {
    driver: readVariable('ASKFIRST_WEBKIT_DRIVER') ?? findOnPath('WebKitWebDriver'),
    browser: readVariable('ASKFIRST_MINIBROWSER') ?? findMiniBrowser() ?? findOnPath('MiniBrowser'),
    // A display of its own keeps the windows, and the focus, apart from whoever works on this machine.
    xvfb: findOnPath('Xvfb'),
  }
}

/**
 * WebKitGTK, and a display to open it on: named by the environment, installed, or installed now.
 * @throws Error saying what is missing and how to get it
 */
export function obtainWebKit() {
  if (process.platform === 'win32' || process.platform === 'darwin') {
    throw new Error(
      'WebKitGTK does not exist here, and Safari’s driver can be given neither host names nor a proxy. ' +
        'Test it on Linux or in a container, or set ASKFIRST_WEBKIT=none to go without.',
    )
  }
  const isComplete = ({ driver, browser, xvfb }) => driver && browser && (xvfb || process.env.DISPLAY)
  let found = look()
  if (!isComplete(found)) {
    installWithApt('webkit2gtk-driver', 'xvfb')
    found = look()
  }
  if (isComplete(found)) return found
  const missing = [
    !found.driver && 'WebKitWebDriver (or ASKFIRST_WEBKIT_DRIVER)',
    !found.browser && 'MiniBrowser (or ASKFIRST_MINIBROWSER)',
    !found.xvfb && !process.env.DISPLAY && 'Xvfb (or DISPLAY)',
  ].filter(Boolean)
  throw new Error(
    `${missing.join(', ')} could not be found or installed. Install webkit2gtk-driver and xvfb, ` +
      'or what your system calls them, or set ASKFIRST_WEBKIT=none to go without.',
  )
}
