package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.stream.Opening;
import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.job.JobEvent;
import io.vertx.core.buffer.Buffer;
import java.util.function.Function;

/** What goes over the wire: the event stream format of the HTML standard, 9.2.5. JSON as we write it has no line ends. */
final class SseFrame {

    /** A comment. */
    static final Buffer BEAT = Buffer.buffer(":\n\n");

    /** How long a reader waits before it comes back, in milliseconds. */
    private static final int RETRY = 2_000;

    private SseFrame() {}

    /**
     * What a stream begins with. Whoever cannot know the id from which to resume is told it before the first event: a
     * block without data sets the id and is no event.
     */
    static Buffer of(Opening opening, Function<Job, String> json) {
        StringBuilder frames = new StringBuilder("retry: ").append(RETRY).append('\n');
        if (!opening.resumed()) {
            frames.append("id: ").append(opening.position()).append('\n');
        }
        frames.append('\n');
        if (opening.reset()) {
            append(frames, opening.position(), "reset", "{}");
        }
        opening.snapshot().ifPresent(job -> append(frames, opening.position(), "snapshot", json.apply(job)));
        return Buffer.buffer(frames.toString());
    }

    static Buffer of(JobEvent event) {
        StringBuilder frame = new StringBuilder(event.value().length() + 64);
        append(frame, event.position(), event.type().shortName(), event.value());
        return Buffer.buffer(frame.toString());
    }

    private static void append(StringBuilder frames, long id, String event, String data) {
        frames.append("id: ")
                .append(id)
                .append("\nevent: ")
                .append(event)
                .append("\ndata: ")
                .append(data)
                .append("\n\n");
    }
}
