-- What the relay, the metrics and the trace of a job need.

-- How far positions were given out, so that they go on rising when a relay takes over, whatever was pruned.
CREATE SEQUENCE outbox_position MINVALUE 0 START 0;
GRANT SELECT, UPDATE ON outbox_position TO vto_catalog;

-- Counted by the catalog every few seconds: what could be claimed now, since when; and what Kafka refused for good.
CREATE INDEX ix_vto_job_waiting ON vto_job (kind, (CASE WHEN claim = 0 THEN created_at ELSE updated_at END))
  WHERE status IN ('PENDING', 'QUEUED') AND next_attempt_at IS NULL;
CREATE INDEX ix_outbox_event_parked ON outbox_event (seq) WHERE parked_reason IS NOT NULL;

-- W3C trace context of the request that made the job; every event of the job carries it.
ALTER TABLE vto_job ADD COLUMN traceparent varchar(55);

-- A catalog that does not migrate itself serves only once this is as far as it knows.
GRANT SELECT ON databasechangelog TO vto_catalog;
