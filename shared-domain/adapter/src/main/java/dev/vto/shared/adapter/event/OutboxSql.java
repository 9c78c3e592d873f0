package dev.vto.shared.adapter.event;

import dev.vto.shared.event.JobEventType;

/**
 * SQL that draws job events from the rows that a statement has just written, so that the row lock which orders the
 * writes orders the events too:
 *
 * <pre>{@code
 * WITH j AS (UPDATE vto_job … RETURNING *) INSERT INTO outbox_event … SELECT … FROM j
 * }</pre>
 *
 * Callers pass names and literals of their own, never input: values travel as parameters of their statement.
 */
public final class OutboxSql {

    private OutboxSql() {}

    /**
     * An INSERT of one event per row of {@code from}.
     *
     * @param type the event's type
     * @param from the FROM clause; one of its items is named {@code j} and has the columns of {@code vto_job}
     * @param headers SQL expression of type jsonb for the CloudEvents headers; the job's trace context joins them
     */
    public static String insert(JobEventType type, String from, String headers) {
        return insert(type, from, headers, "'{}'::jsonb");
    }

    /**
     * The same with fields that the job's row does not hold.
     *
     * @param more SQL expression of type jsonb, merged over the row's fields: {@code imageIds}, {@code videoIds},
     *     {@code letterId}
     */
    public static String insert(JobEventType type, String from, String headers, String more) {
        return """
                INSERT INTO outbox_event (id, aggregatetype, aggregateid, type, payload, headers)
                SELECT uuidv7(), 'vto_job', j.id::text, '%s', %s || %s,
                  jsonb_strip_nulls(%s || jsonb_build_object('traceparent', j.traceparent))
                FROM %s
                """
                .formatted(type.type(), VALUE, more, headers, from);
    }

    /** The event's value from the row {@code j}; what has no meaning for the row is absent. */
    private static final String VALUE =
            """
            jsonb_strip_nulls(jsonb_build_object(
              'jobId', j.id, 'projectId', j.project_id, 'productId', j.product_id, 'userId', j.user_id,
              'submittedBy', j.submitted_by, 'kind', j.kind, 'status', j.status, 'attempt', j.attempt,
              'maxAttempts', j.max_attempts, 'nextAttemptAt', %s, 'worker', j.worker,
              'progress', round(j.progress::numeric, 3), 'errorCode', j.error_code, 'failReason', j.fail_reason,
              'retryOf', j.retry_of, 'usedPointType', j.used_point_type, 'usedAmount', j.used_amount,
              'queuedAt', %s, 'startedAt', %s, 'finishedAt', %s, 'occurredAt', %s))\
            """
                    .formatted(
                            utc("j.next_attempt_at"),
                            utc("j.queued_at"),
                            utc("j.started_at"),
                            utc("j.finished_at"),
                            utc("clock_timestamp()"));

    private static String utc(String timestamptz) {
        return "to_char(" + timestamptz + " AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
    }
}
