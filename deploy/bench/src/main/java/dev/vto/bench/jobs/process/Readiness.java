package dev.vto.bench.jobs.process;

import dev.vto.bench.BenchFailure;
import dev.vto.local.ServiceProcess;
import dev.vto.local.terminal.StopSignal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** How long a process takes until it is ready, to a few milliseconds. */
public final class Readiness {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(2);
    private static final Duration PROBE_EVERY = Duration.ofMillis(5);
    private static final int OK = 200;
    private static final double NANOS = 1e6;

    private Readiness() {}

    /**
     * Waits until it is ready.
     *
     * @param begun when it was started, by {@link System#nanoTime()}
     * @return milliseconds since then
     * @throws BenchFailure if it ends instead, or takes longer than anybody waits
     */
    public static double await(ServiceProcess process, long begun, StopSignal stop) throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest probe = HttpRequest.newBuilder(URI.create(process.managementUrl() + "/q/health/ready"))
                .timeout(PROBE_LIMIT)
                .build();
        while (!answers(client, probe)) {
            if (!process.isAlive() || System.nanoTime() - begun > LIMIT.toNanos()) {
                throw new BenchFailure(process.name() + " did not become ready");
            }
            stop.pause(PROBE_EVERY);
        }
        return (System.nanoTime() - begun) / NANOS;
    }

    private static boolean answers(HttpClient client, HttpRequest probe) throws InterruptedException {
        try {
            return client.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }
}
