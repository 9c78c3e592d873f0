package dev.vto.worker.adapter.in.kafka;

import dev.vto.worker.application.Worker;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears that there is work. A record is acknowledged at once and only nudges: which job runs, the rows decide. What
 * cannot be read goes to the dead-letter topic and stops nothing.
 */
@ApplicationScoped
class Doorbell {

    /** As long as the relay, having rung, may hold the job's row to say so: a claim passes over rows that are held. */
    private static final Duration ECHO = Duration.ofMillis(20);

    private final Worker worker;
    private final Vertx vertx;
    private final AtomicBoolean echoing = new AtomicBoolean();

    Doorbell(Worker worker, Vertx vertx) {
        this.worker = worker;
        this.vertx = vertx;
    }

    @Incoming("requested")
    void ring(byte[] value) {
        requireJob(value);
        worker.nudge();
        if (echoing.compareAndSet(false, true)) {
            vertx.setTimer(ECHO.toMillis(), timer -> {
                echoing.set(false);
                worker.nudge();
            });
        }
    }

    private static void requireJob(byte[] value) {
        try {
            String job = new JsonObject(Buffer.buffer(value)).getString("jobId");
            if (job == null) {
                throw new IllegalArgumentException("the record names no jobId");
            }
            UUID.fromString(job);
        } catch (DecodeException | ClassCastException e) {
            throw new IllegalArgumentException("the record is no JSON object with a jobId", e);
        }
    }
}
