package dev.vto.catalog.adapter.trace;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * W3C trace context (<a href="https://www.w3.org/TR/trace-context/">traceparent</a>) of the request that is being
 * served: that of its span, or where there are no spans the caller's, as it came.
 */
public final class TraceContext {

    /** The header's name, in HTTP and on Kafka. */
    public static final String HEADER = "traceparent";

    private static final String KEY = TraceContext.class.getName();

    /** Later versions may append fields; what version 00 knows of them stays where it is. */
    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}(-(?!0{32})[0-9a-f]{32}" + "-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2})(-.*)?");

    private TraceContext() {}

    /** The caller's header as version 00, or empty where it has none or one that is not valid. */
    public static Optional<String> read(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher matcher = TRACEPARENT.matcher(header);
        boolean valid = matcher.matches() && (!header.startsWith("00") || matcher.group(2) == null);
        return valid ? Optional.of("00" + matcher.group(1)) : Optional.empty();
    }

    /** A trace that begins here where there are no spans: not sampled, since nothing of it is recorded. */
    public static String begin(UUID trace, UUID parent) {
        return "00-" + trace.toString().replace("-", "") + "-"
                + parent.toString().replace("-", "").substring(16) + "-00";
    }

    /** From here on the request that is being served belongs to this trace. */
    public static void enter(String traceparent) {
        ContextLocals.put(KEY, traceparent);
    }

    /** The trace of the request that is being served, or null outside of one. */
    public static @Nullable String current() {
        return VertxContext.isOnDuplicatedContext()
                ? ContextLocals.<String>get(KEY).orElse(null)
                : null;
    }
}
