CREATE TABLE receipts (
  seq      INTEGER PRIMARY KEY AUTOINCREMENT,
  key      TEXT NOT NULL UNIQUE,
  id       TEXT NOT NULL,
  time     TEXT NOT NULL,
  policy   TEXT NOT NULL,
  texts    TEXT NOT NULL,
  locale   TEXT NOT NULL,
  choices  TEXT NOT NULL CHECK (json_valid(choices)),
  source   TEXT NOT NULL,
  surface  TEXT NOT NULL,
  version  TEXT NOT NULL,
  received TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;

CREATE TABLE purging (until TEXT NOT NULL) STRICT;

CREATE TRIGGER receipts_are_not_changed BEFORE UPDATE ON receipts
BEGIN
  SELECT RAISE(ABORT, 'receipts are append-only');
END;

-- Retention: only what lies before the line that `npm run purge` draws, inside its own transaction.
CREATE TRIGGER receipts_are_not_deleted BEFORE DELETE ON receipts
WHEN NOT EXISTS (SELECT 1 FROM purging WHERE OLD.time < until)
BEGIN
  SELECT RAISE(ABORT, 'receipts are append-only');
END;
