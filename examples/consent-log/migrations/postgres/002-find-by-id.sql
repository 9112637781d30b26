CREATE INDEX receipts_by_id ON receipts (id, seq);
CREATE INDEX receipts_by_time ON receipts USING brin (time);
