/** The columns of a receipt, in the order of the export. `seq` and `received` are the service's own. */
export const receiptFields = [
  'key',
  'id',
  'time',
  'policy',
  'texts',
  'locale',
  'choices',
  'source',
  'surface',
  'version',
]
