-- Where the sweep of stored files is, of all instances together: one row, and whoever has locked it is at it.
CREATE TABLE media_sweep (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  after_key text,
  rests_until timestamptz NOT NULL DEFAULT '-infinity'
);
INSERT INTO media_sweep DEFAULT VALUES;
GRANT SELECT, UPDATE ON media_sweep TO vto_catalog;
