package dev.vto.catalog.adapter.in.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vto.catalog.adapter.out.postgres.PostgresCatalog;
import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent, the service answers, and an error is a problem with a code. More requests, and others, by
 * {@code -Dvto.any-input.requests=20000 -Dvto.any-input.seed=7}.
 */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class AnyInputTest {

    private static final int REQUESTS = Integer.getInteger("vto.any-input.requests", 500);
    private static final long SEED = Long.getLong("vto.any-input.seed", 20_261_125L);

    private static final int THREADS = 4;
    private static final int MOST_TOLD = 30;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    PostgresCatalog catalog;

    @TestHTTPResource("/")
    URI service;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Set<Integer> statuses = ConcurrentHashMap.newKeySet();

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void isAnsweredWithoutAnErrorOfOurs() throws Exception {
        OpenApi api = OpenApi.served();
        List<? extends Future<?>> parts = IntStream.range(0, THREADS)
                .mapToObj(part -> threads.submit(() -> send(api, part)))
                .toList();
        for (Future<?> part : parts) {
            part.get();
        }

        assertThat(faults).isEmpty();
        assertThat(statuses).contains(200, 201, 204, 400, 401, 404, 412, 415, 422);
    }

    private Void send(OpenApi api, int part) throws Exception {
        List<OpenApi.Operation> operations = api.operations();
        SharedProject shared = new SharedProject(catalog);
        for (int i = part; i < REQUESTS && faults.size() < MOST_TOLD; i += THREADS) {
            long seed = SEED + i;
            OpenApi.Operation operation = operations.get(i % operations.size());
            HttpRequest request = new AnyRequests(service, api, new Random(seed)).next(operation, shared);
            HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
            statuses.add(answer.statusCode());
            fault(answer)
                    .map(fault -> "seed %d: %s: %s".formatted(seed, operation, fault))
                    .ifPresent(faults::add);
            if (changes(operation, answer)) {
                shared = new SharedProject(catalog);
            }
        }
        return null;
    }

    /** To restore something it is deleted first. */
    private static boolean changes(OpenApi.Operation operation, HttpResponse<?> answer) {
        return operation.path().endsWith("/restore")
                || answer.statusCode() < 300 && !operation.method().equals("GET");
    }

    /** What is wrong with the answer itself. */
    private static Optional<String> fault(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            int status = answer.statusCode();
            if (status < 400 || answer.request().method().equals("HEAD")) {
                return status < 500 ? Optional.empty() : Optional.of("" + status);
            }
            String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            String type = answer.headers().firstValue("Content-Type").orElse("");
            if (status >= 500 || !type.startsWith(Problem.MEDIA_TYPE)) {
                return Optional.of(status + " " + type + " " + text);
            }
            JsonNode problem = JSON.readTree(text);
            boolean whole = problem.path("status").asInt() == status
                    && !problem.path("code").asText().isBlank();
            return whole ? Optional.empty() : Optional.of(status + " " + text);
        }
    }
}
