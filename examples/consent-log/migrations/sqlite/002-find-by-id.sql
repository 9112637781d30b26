CREATE INDEX receipts_by_id ON receipts (id, seq);
