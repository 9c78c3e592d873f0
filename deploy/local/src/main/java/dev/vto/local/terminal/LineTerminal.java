package dev.vto.local.terminal;

import java.io.PrintStream;

/** Lines alone, for logs: one for each change. */
record LineTerminal(PrintStream out) implements Terminal {

    @Override
    public void say(String line) {
        out.println(line);
    }

    @Override
    public Task begin(String name) {
        return new Task() {

            private String last = "";

            @Override
            public void at(double fraction, String now) {
                if (!now.equals(last)) {
                    last = now;
                    say(name + " " + now);
                }
            }

            @Override
            public void close() {
                // A line is finished when it is written.
            }
        };
    }
}
