import { consent } from './consent.js'
import { rememberAccount } from './last-account.js'
import { showDeclaration } from './show-declaration.js'

consent.whenGranted('preferences').then(() => rememberAccount(() => consent.isGranted('preferences')))

consent.start()

void showDeclaration()
