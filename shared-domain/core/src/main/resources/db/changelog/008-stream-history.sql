-- The history of a user's stream, in its order: of jobs of the user's projects, and of those that the user submitted to
-- others' projects. The grants of 003 cover this table.
CREATE INDEX ix_outbox_event_owner ON outbox_event ((payload ->> 'userId'), position) WHERE position IS NOT NULL;
CREATE INDEX ix_outbox_event_guest ON outbox_event ((payload ->> 'submittedBy'), position)
  WHERE position IS NOT NULL AND payload ->> 'submittedBy' <> payload ->> 'userId';
