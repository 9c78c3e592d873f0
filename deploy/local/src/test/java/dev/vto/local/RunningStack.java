package dev.vto.local;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the packaged services on a stack of two workers: one for all test classes, as a {@link StackFile}. */
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
        return parameter.getParameter().getType() == StackFile.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(
                        RunningStack.class, key -> TestStack.start(2, SETTINGS, new Network() {}), TestStack.class)
                .stack()
                .file();
    }
}
