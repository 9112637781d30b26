-- `INSERT OR REPLACE` deletes without firing the trigger above (https://www.sqlite.org/lang_conflict.html). Skipped and
-- not aborted: the service's own `ON CONFLICT DO NOTHING` comes here before it sees the conflict.
CREATE TRIGGER receipts_are_not_replaced BEFORE INSERT ON receipts
WHEN EXISTS (SELECT 1 FROM receipts WHERE key = NEW.key OR seq = NEW.seq)
BEGIN
  SELECT RAISE(IGNORE);
END;
