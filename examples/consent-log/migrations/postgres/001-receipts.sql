CREATE TABLE receipts (
  seq      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key      text NOT NULL UNIQUE,
  id       text NOT NULL,
  time     timestamptz NOT NULL,
  policy   text NOT NULL,
  texts    text NOT NULL,
  locale   text NOT NULL,
  choices  jsonb NOT NULL,
  source   text NOT NULL,
  surface  text NOT NULL,
  version  text NOT NULL,
  received timestamptz NOT NULL DEFAULT now()
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Retention: only what lies before the line that `npm run purge` draws, inside its own transaction.
  IF TG_OP = 'DELETE' AND TG_LEVEL = 'ROW'
     AND OLD.time < nullif(current_setting('consent_log.purge_until', true), '')::timestamptz THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'receipts are append-only' USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER receipts_are_not_changed BEFORE UPDATE OR DELETE ON receipts
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER receipts_are_not_emptied BEFORE TRUNCATE ON receipts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
