package dev.vto.shared.job;

/**
 * The states of a job and the only moves between them. The guards in SQL say the same; an illegal move is a defect and
 * throws.
 */
public enum JobStatus {
    /** Accepted and durable; its doorbell has not been published yet. */
    PENDING,
    /** Waiting for a worker, for the first time or again. */
    QUEUED,
    /** Claimed by a worker that sends heartbeats. */
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELED;

    /** What moves a job. */
    public enum Move {
        /** The doorbell was published. */
        PUBLISH,
        /** A worker takes the job. */
        CLAIM,
        /** The results are written. */
        SUCCEED,
        /** A transient failure: waits for its next attempt. */
        RETRY_LATER,
        /** Given back unfinished by a worker that shuts down; the attempt does not count. */
        HAND_BACK,
        /** Taken back from a worker whose heartbeat stopped; the attempt does not count, the loss does. */
        RESCUE,
        /** A permanent error, or attempts or losses spent. */
        FAIL,
        /** Asked for by a user, or by the end of what the job belongs to. */
        CANCEL
    }

    /** Ended for good: no move leads out of it. */
    public boolean ended() {
        return switch (this) {
            case PENDING, QUEUED, RUNNING -> false;
            case SUCCEEDED, FAILED, CANCELED -> true;
        };
    }

    /** May be claimed once its backoff is over. */
    public boolean waiting() {
        return this == PENDING || this == QUEUED;
    }

    /**
     * The state after a move.
     *
     * @throws IllegalJobMove if the move is not allowed in this state
     */
    public JobStatus after(Move move) {
        return switch (move) {
            case PUBLISH -> from(move, this == PENDING, QUEUED);
            case CLAIM -> from(move, waiting(), RUNNING);
            case SUCCEED -> from(move, this == RUNNING, SUCCEEDED);
            case RETRY_LATER, HAND_BACK, RESCUE -> from(move, this == RUNNING, QUEUED);
            case FAIL -> from(move, this == RUNNING, FAILED);
            case CANCEL -> from(move, !ended(), CANCELED);
        };
    }

    private JobStatus from(Move move, boolean allowed, JobStatus target) {
        if (!allowed) {
            throw new IllegalJobMove(this, move);
        }
        return target;
    }
}
