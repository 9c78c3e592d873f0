package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.stream.Ending;
import dev.vto.catalog.application.stream.Opening;
import dev.vto.catalog.application.stream.StreamReader;
import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.job.JobEvent;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.Function;

/** Reads a stream over HTTP. Its turn is the event loop of its connection; what waits for it is in the response's queue. */
final class HttpStreamReader implements StreamReader {

    private final HttpServerResponse response;
    private final int buffer;
    private final Context turn;
    private final Function<Job, String> json;
    private final Runnable onEnd;

    /**
     * @param buffer how many bytes may wait before it is full
     * @param turn of the response's connection
     * @param json writes a job as the API shows it
     * @param onEnd to be done after the response's end
     */
    HttpStreamReader(
            HttpServerResponse response, int buffer, Context turn, Function<Job, String> json, Runnable onEnd) {
        this.response = response;
        this.buffer = buffer;
        this.turn = turn;
        this.json = json;
        this.onEnd = onEnd;
    }

    @Override
    public void run(Runnable task) {
        turn.runOnContext(now -> task.run());
    }

    @Override
    public boolean full() {
        return response.writeQueueFull();
    }

    @Override
    public void whenDrained(Runnable task) {
        response.drainHandler(drained -> {
            response.drainHandler(null);
            task.run();
        });
    }

    @Override
    public void begin(Opening opening) {
        response.setChunked(true).setWriteQueueMaxSize(buffer);
        write(SseFrame.of(opening, json));
    }

    @Override
    public void send(JobEvent event) {
        write(SseFrame.of(event));
    }

    @Override
    public void beat() {
        write(SseFrame.BEAT);
    }

    @Override
    public void end(Ending ending) {
        if (!response.closed()) {
            if (ending.abrupt()) {
                response.reset();
            } else {
                response.end();
            }
        }
        onEnd.run();
    }

    private void write(Buffer frame) {
        if (!response.closed()) {
            response.write(frame);
        }
    }
}
