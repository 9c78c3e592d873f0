package dev.vto.shared.adapter.log;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Whom and what a line of the log is about, as fields beside its message. They hold while the line is written and no longer,
 * and not in the MDC: what runs belongs to no thread, and on an event loop's own context the MDC of Vert.x keeps nothing.
 */
public final class LogIds {

    public static final String JOB = "jobId";
    public static final String USER = "userId";
    public static final String TRACE = "traceId";

    private static final int TRACE_BEGINS = "00-".length();
    private static final int TRACE_ENDS = TRACE_BEGINS + 32;
    private static final ThreadLocal<Map<String, String>> CURRENT = ThreadLocal.withInitial(Map::of);

    private final Map<String, String> fields = new LinkedHashMap<>();

    /**
     * @param job its id
     * @param user the owner's id, or null where it is not known
     * @param traceparent W3C trace context, or null
     */
    public LogIds(Object job, @Nullable Object user, @Nullable String traceparent) {
        fields.put(JOB, job.toString());
        if (user != null) {
            fields.put(USER, user.toString());
        }
        if (traceparent != null) {
            fields.put(TRACE, traceOf(traceparent));
        }
    }

    /** The id that all of a trace have in common, as {@code 4bf92f3577b34da6a3ce929d0e0e4736}. */
    public static String traceOf(String traceparent) {
        return traceparent.length() < TRACE_ENDS ? traceparent : traceparent.substring(TRACE_BEGINS, TRACE_ENDS);
    }

    /** Whatever this thread logs meanwhile is about these. */
    public void during(Runnable logging) {
        CURRENT.set(fields);
        try {
            logging.run();
        } finally {
            CURRENT.remove();
        }
    }

    /** Gives a line that this thread is logging its fields. */
    public static void addTo(ExtLogRecord line) {
        CURRENT.get().forEach(line::putMdc);
    }
}
