package dev.vto.worker.adapter.out.postgres;

import dev.vto.shared.adapter.event.OutboxSql;
import dev.vto.shared.event.JobEventType;

/** SQL of the events that a statement draws from the job rows it has just written, which it names {@code j}. */
final class JobEvents {

    private static final String SOURCE = "jsonb_build_object('source', '/vto-worker')";

    private JobEvents() {}

    /** An event for each row. */
    static String of(JobEventType type) {
        return OutboxSql.insert(type, "j", SOURCE);
    }

    /** An event for each row, with more fields from an SQL expression of type jsonb. */
    static String of(JobEventType type, String more) {
        return OutboxSql.insert(type, "j", SOURCE, more);
    }

    /** An event for each row of which the condition is true. */
    static String where(JobEventType type, String condition) {
        return OutboxSql.insert(type, "j", SOURCE) + " WHERE " + condition;
    }
}
