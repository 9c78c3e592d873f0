-- Sign-in: nonces that are used up, and what rotating refresh tokens need.

-- An identity is unique among live accounts: who comes back after deleting theirs begins a new one.
DROP INDEX ux_users_google_sub;
DROP INDEX ux_users_kakao_sub;
CREATE UNIQUE INDEX ux_users_google_sub ON users ((google_social ->> 'sub'))
  WHERE google_social IS NOT NULL AND deleted_at IS NULL;
CREATE UNIQUE INDEX ux_users_kakao_sub ON users ((kakao_social ->> 'sub'))
  WHERE kakao_social IS NOT NULL AND deleted_at IS NULL;

-- Unused nonces are stored nowhere: they are signed. A used one is kept until it would have expired.
CREATE TABLE used_nonce (
  nonce_hash varchar(64) PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
CREATE INDEX ix_used_nonce_expires ON used_nonce (expires_at);

-- When a token that had been replaced was taken once more, by the loser of a race.
ALTER TABLE refresh_token ADD COLUMN reused_at timestamptz;

GRANT SELECT, INSERT, DELETE ON used_nonce TO vto_catalog;
