-- Under which key a job was claimed: a worker that has no answer to its claim finds by it what it claimed all the same.
ALTER TABLE vto_job ADD COLUMN claim_key uuid;
GRANT UPDATE (claim_key) ON vto_job TO vto_worker;
