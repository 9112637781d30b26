/** The entry `askfirst/devtools`: a panel that shows what askfirst holds and has released on a page, and why. */
export { openDevtools } from './open-devtools.js'
