import { consent } from './consent.js'
import { fillTable } from './cookie-table.js'
import { choice, marketing, partner, preferences, statistics } from './cookies.js'
import { rememberAccount } from './last-account.js'
import { showRecord } from './record.js'

fillTable('#six-cookies', [...marketing, ...statistics, ...preferences])
fillTable('#other-cookies', [choice, partner])

consent.on('ready', () => showRecord(consent.record))
consent.on('change', ({ record }) => showRecord(record))
consent.whenGranted('preferences').then(() => rememberAccount(() => consent.isGranted('preferences')))

consent.start()
