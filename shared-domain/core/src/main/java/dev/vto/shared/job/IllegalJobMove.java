package dev.vto.shared.job;

/** A move that the state table does not know: a defect of the caller. */
public final class IllegalJobMove extends IllegalStateException {

    private final JobStatus from;
    private final JobStatus.Move move;

    IllegalJobMove(JobStatus from, JobStatus.Move move) {
        super("a job that is " + from + " cannot " + move);
        this.from = from;
        this.move = move;
    }

    public JobStatus from() {
        return from;
    }

    public JobStatus.Move move() {
        return move;
    }
}
