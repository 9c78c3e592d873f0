package dev.vto.bench.jobs.statement;

/** Statements of the services whose cost must not grow with what is in the tables. */
public enum Statement {
    SUBMIT("submit", "WITH asked AS MATERIALIZED", true),
    CLAIM("claim", "claim_key = $4", true),
    END("end", "e.results::jsonb AS results", false),
    RELAY_READ("relay reads", "headers ->> 'source', headers ->> 'traceparent'", true),
    RELAY_MARK("relay marks", "SET sent_at = clock_timestamp(), position = p.position", false),
    RELAY_QUEUE("relay queues", "AND status || '' = 'PENDING'", false),
    IMAGES("50 images", "FROM generate_img WHERE project_id = $1 AND id < $2", true),
    JOB("one job", "array_agg(i.id ORDER BY i.position)", true);

    private final String label;
    private final String part;
    private final boolean answers;

    /**
     * @param part of its text that no other has
     * @param answers with rows, where there are any: an idle service asks over and over, and finds none
     */
    Statement(String label, String part, boolean answers) {
        this.label = label;
        this.part = part;
        this.answers = answers;
    }

    public String label() {
        return label;
    }

    /** Whether it was this that was run, and found something. */
    public boolean is(Execution execution) {
        return execution.sql().contains(part) && (!answers || execution.rows() > 0);
    }
}
