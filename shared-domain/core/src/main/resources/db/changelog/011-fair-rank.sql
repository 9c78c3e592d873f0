-- The round that a user's next job waits for: one behind the user's last that waits, never before the round that is being
-- claimed. Submissions at the same moment do not see each other's rows, so each locks the rank that it takes until it is
-- committed, and passes over what another has locked: nobody waits. A lock may be had because its rank was committed a
-- moment ago; each statement of a volatile function sees what is committed by then, so a second look tells.
CREATE FUNCTION vto_next_rank(owner uuid, of_priority smallint) RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  mine bigint := 0;
  free bigint;
BEGIN
  LOOP
    free := 1 + greatest(
      pg_sequence_last_value(('vto_rank_clock_' || of_priority)::regclass),
      (SELECT max(rank) FROM vto_job
         WHERE user_id = owner AND priority = of_priority AND status IN ('PENDING', 'QUEUED')),
      0);
    EXIT WHEN mine >= free;
    mine := free;
    WHILE NOT pg_try_advisory_xact_lock(hashtextextended(owner || ' ' || of_priority, mine)) LOOP
      mine := mine + 1;
    END LOOP;
  END LOOP;
  RETURN mine;
END $$;
REVOKE EXECUTE ON FUNCTION vto_next_rank FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vto_next_rank TO vto_catalog;
