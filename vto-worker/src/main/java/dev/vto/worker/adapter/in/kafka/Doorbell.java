package dev.vto.worker.adapter.in.kafka;

import dev.vto.worker.application.Worker;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears that there is work. A record is acknowledged at once and only nudges: which job runs, the rows decide. What
 * cannot be read goes to the dead-letter topic and stops nothing.
 */
@ApplicationScoped
class Doorbell {

    private final Worker worker;

    Doorbell(Worker worker) {
        this.worker = worker;
    }

    @NonBlocking
    @Incoming("requested")
    void ring(byte[] value) {
        requireJob(value);
        worker.nudge();
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
