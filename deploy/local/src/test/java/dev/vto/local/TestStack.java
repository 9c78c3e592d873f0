package dev.vto.local;

import dev.vto.local.terminal.StopSignal;
import dev.vto.local.terminal.Terminal;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;

/** A stack of the packaged services inside the JVM of a test, in a folder that is thrown away with it. */
record TestStack(Stack stack, DataFolder data) implements AutoCloseable {

    /**
     * @param settings reach the services, as a user would set them
     * @param network that services reach their servers over
     */
    static TestStack start(int workers, Map<String, String> settings, Network network) {
        DataFolder data = DataFolder.choose(Map.of(), Project.ROOT, true);
        Terminal silent = Terminal.on(new PrintStream(OutputStream.nullOutputStream()), false);
        try {
            return new TestStack(
                    Stack.start(
                            new StackOptions(Project.ROOT, data.path(), workers, "simulated", settings, network),
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
