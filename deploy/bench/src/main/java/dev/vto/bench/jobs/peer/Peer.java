package dev.vto.bench.jobs.peer;

import java.io.Serializable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A job system of others, as one who uses it would: with the settings that its documentation names for speed. */
public interface Peer extends AutoCloseable {

    /** What a peer is made of. */
    interface Maker {

        /**
         * @param database whose current schema is the peers' own
         * @param work what a job does
         */
        Peer make(DataSource database, Consumer<Letter> work);
    }

    /** Makes its tables anew, empty. */
    void prepare() throws SQLException;

    /** Submits a job, which is durable when this returns, and names it. */
    String submit(Letter letter);

    /** Submits many at once, as it best can. */
    void queue(Iterable<Letter> letters);

    /**
     * Begins to run jobs.
     *
     * @param threads how many at once
     * @param poll how often it is to look for jobs, where it may be told so
     */
    void work(int threads, Duration poll);

    /**
     * Selects of the ids in its one parameter, an array of text, those of jobs that nobody has begun. The table's name
     * has its schema, here and in {@link #open()}.
     */
    String waiting();

    /** Counts the jobs that are not done. */
    String open();

    @Override
    void close();

    /** A letter that a job is to write for a project. */
    record Letter(UUID id, UUID user, UUID project) implements Serializable {}
}
