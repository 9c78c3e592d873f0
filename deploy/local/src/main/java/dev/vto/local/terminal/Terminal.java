package dev.vto.local.terminal;

import java.io.PrintStream;

/** Where the launcher tells its user what goes on. */
public interface Terminal {

    void say(String line);

    /** Begins something that takes its time; one at once. */
    Task begin(String name);

    /** Something that goes on. */
    interface Task extends AutoCloseable {

        /**
         * Shows how far it is.
         *
         * @param fraction 0 to 1
         * @param now what is going on, in a few words
         */
        void at(double fraction, String now);

        @Override
        void close();
    }

    /** @param interactive whether a person looks on: bars that move, in place of lines */
    static Terminal on(PrintStream out, boolean interactive) {
        return interactive ? new BarTerminal(out) : new LineTerminal(out);
    }
}
