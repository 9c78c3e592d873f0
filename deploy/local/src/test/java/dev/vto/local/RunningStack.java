package dev.vto.local;

import dev.vto.local.terminal.StopSignal;
import dev.vto.local.terminal.Terminal;
import java.io.OutputStream;
import java.io.PrintStream;
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
                .computeIfAbsent(Shared.class, key -> Shared.start(), Shared.class)
                .stack
                .file();
    }

    /** Is closed when the last test has ended. */
    private record Shared(Stack stack, DataFolder data) implements AutoCloseable {

        static Shared start() {
            DataFolder data = DataFolder.choose(Map.of(), Project.ROOT, true);
            Terminal silent = Terminal.on(new PrintStream(OutputStream.nullOutputStream()), false);
            try {
                return new Shared(
                        Stack.start(
                                new StackOptions(Project.ROOT, data.path(), 2, "simulated", SETTINGS),
                                silent,
                                new StopSignal()),
                        data);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            stack.close();
            data.end(false);
        }
    }
}
