package dev.vto.catalog.application.stream;

import dev.vto.catalog.domain.job.JobEvent;

/** Who is at the other end of a stream. All but {@link #run} is called in turn, by what {@code run} was given. */
public interface StreamReader {

    /** Does the task soon, after those given before; returns at once. */
    void run(Runnable task);

    /** Whether so much waits to be taken that nothing more should be sent. */
    boolean full();

    /** Does the task once, when the reader takes more again. */
    void whenDrained(Runnable task);

    /** Sends what a stream begins with. */
    void begin(Opening opening);

    void send(JobEvent event);

    /** Shows that the stream is alive. */
    void beat();

    /** Ends the connection; where {@link Ending#abrupt}, without waiting for what has not been taken. */
    void end(Ending ending);
}
