package dev.vto.local;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the packaged services on a stack of two workers, one for all test classes: as a {@link StackFile}, and what it
 * sends of its traces as a {@link TraceReceiver}.
 */
final class RunningStack implements ParameterResolver {

    /** Settings that reach the services, as a user would set them. */
    static final Map<String, String> SETTINGS = Map.of(
            "VTO_HTTP_PORT", "0",
            "VTO_MAX_PRIORITY", "7",
            "VTO_JOB_MAX_ATTEMPTS", "3",
            "VTO_SIMULATED_LATENCY", "PT0.3S",
            "VTO_LIMITS", "off",
            "VTO_LOG_JSON", "true",
            "VTO_WORKER_GRACE", "PT1S",
            "VTO_WORKER_SLOTS", "2");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == StackFile.class || type == TraceReceiver.class;
    }

    /** The receiver outlives what sends to it. */
    private record Running(TraceReceiver traces, TestStack stack) implements AutoCloseable {

        static Running start() {
            TraceReceiver traces = TraceReceiver.start();
            Map<String, String> settings = new HashMap<>(SETTINGS);
            settings.put("VTO_TRACES_ENDPOINT", traces.url());
            settings.put("VTO_TRACES_HEADERS", TraceReceiver.KEY_HEADER + "=" + TraceReceiver.KEY);
            return new Running(traces, TestStack.start(2, settings, new Network() {}));
        }

        @Override
        public void close() {
            stack.close();
            traces.close();
        }
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(RunningStack.class, key -> Running.start(), Running.class);
        return parameter.getParameter().getType() == TraceReceiver.class
                ? running.traces()
                : running.stack().stack().file();
    }
}
