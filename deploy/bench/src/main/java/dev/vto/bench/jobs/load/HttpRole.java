package dev.vto.bench.jobs.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vto.bench.jobs.process.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A process that sends requests to the catalog. */
public final class HttpRole implements Role {

    /** The name of its own order; those of load come to it as well. */
    public static final String BEGIN = "begin";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String WAITING =
            """
            SELECT id::text FROM vto_job WHERE id = ANY(?::text[]::uuid[]) AND status IN ('PENDING', 'QUEUED')
            """;

    /** @param base URL of the API, without a path */
    public record Begin(String base, int connections, List<HttpCalls.Call> calls, Login login) {}

    @Nullable
    private Begin begin;

    @Nullable
    private HttpCalls calls;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger turn = new AtomicInteger();

    @Override
    public Object act(String order, JsonNode details) throws Exception {
        return switch (order) {
            case BEGIN -> {
                close();
                Begin now = Role.read(details, Begin.class);
                begin = now;
                calls = new HttpCalls(URI.create(now.base()), now.connections(), now.calls());
                yield "begun";
            }
            case LoadOrder.CLOSED -> Role.read(details, LoadOrder.Closed.class).run(begun(calls));
            case LoadOrder.OPEN -> Role.read(details, LoadOrder.Open.class).run(begun(calls));
            case LoadOrder.PICK_UPS -> pickUps(begun(begin), Role.read(details, LoadOrder.Open.class));
            default -> throw new IllegalArgumentException("no order: " + order);
        };
    }

    @Override
    public void close() {
        if (calls != null) {
            calls.close();
            calls = null;
        }
    }

    private Latencies pickUps(Begin begin, LoadOrder.Open open) throws Exception {
        try (var connection = begin.login().connect()) {
            return PickUps.run(
                    () -> submit(begin), open.schedule(), connection, WAITING, Duration.ofMillis(open.patience()));
        }
    }

    /** A few a second: what a client costs does not matter here. */
    private String submit(Begin begin) throws IOException, InterruptedException {
        HttpCalls.Call call = begin.calls()
                .get(Math.floorMod(turn.getAndIncrement(), begin.calls().size()));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(begin.base() + call.path()))
                .timeout(LIMIT)
                .method(call.method(), HttpRequest.BodyPublishers.ofString(call.body()));
        call.headers().forEach(request::header);
        HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != call.expected()) {
            throw new IllegalStateException(
                    call.method() + " " + call.path() + " was answered with " + answer.statusCode());
        }
        return JSON.readTree(answer.body()).path("id").asText();
    }

    private static <T> T begun(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("it has not begun");
        }
        return part;
    }
}
