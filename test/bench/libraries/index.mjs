import { readAskfirst, readAskfirstFromNpm } from './askfirst.mjs'
import { readFloor } from './floor.mjs'
import { readKlaro } from './klaro.mjs'
import { readOrejime } from './orejime.mjs'
import { readVanilla } from './vanilla-cookieconsent.mjs'

/** The page without any library: what measures of extra cost are taken over. */
export const pageAlone = { name: 'page alone', head: '', files: {}, holdInline: () => '', holdFile: () => '' }

/** What is compared: the built files of askfirst, published peers, and the floor. The first is the one of the ratios. */
export const readLibraries = () =>
  Promise.all(
    [readAskfirst, readAskfirstFromNpm, readVanilla, readOrejime, readKlaro, readFloor].map((read) => read()),
  )
