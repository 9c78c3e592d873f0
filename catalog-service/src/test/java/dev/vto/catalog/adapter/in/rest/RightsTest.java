package dev.vto.catalog.adapter.in.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.identity.ExpiredTokens;
import dev.vto.catalog.adapter.out.postgres.PostgresCatalog;
import dev.vto.catalog.fixture.Pictures;
import dev.vto.infra.test.PlatformResource;
import dev.vto.infra.test.SseClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class RightsTest {

    @Inject
    PostgresCatalog catalog;

    @Inject
    ExpiredTokens expired;

    @TestHTTPResource("/")
    URI service;

    private final ExecutorService threads = Executors.newFixedThreadPool(Standing.values().length);

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    static List<RightsRow> rows() {
        return RightsRow.all();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void areThoseOfTheMatrix(RightsRow row) throws Exception {
        Map<Standing, Future<Integer>> asked = new EnumMap<>(Standing.class);
        for (Standing standing : Standing.values()) {
            asked.put(standing, threads.submit(() -> status(row, standing)));
        }

        Map<Standing, Integer> answered = new EnumMap<>(Standing.class);
        for (Standing standing : Standing.values()) {
            answered.put(standing, asked.get(standing).get());
        }
        assertThat(answered).isEqualTo(row.statuses());
    }

    @Test
    void areSaidOfEachOperationAndOfNoOther() {
        Set<String> served = OpenApi.served().operations().stream()
                .map(operation -> operation.method() + " " + operation.path())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unmatched = new TreeSet<>(served);
        Set<String> unserved = new TreeSet<>();
        for (RightsRow row : rows()) {
            List<String> matching = served.stream().filter(row::isOf).toList();
            unmatched.removeAll(matching);
            if (matching.isEmpty()) {
                unserved.add(row.toString());
            }
        }

        assertThat(unmatched).as("operations without a row").isEmpty();
        assertThat(unserved).as("rows without an operation").isEmpty();
    }

    private int status(RightsRow row, Standing standing) {
        SharedProject shared = new SharedProject(catalog);
        Seller me =
                switch (standing) {
                    case ANONYMOUS, EXPIRED, OWNER -> shared.owner();
                    case STRANGER -> Seller.signIn();
                    case VIEWER, EDITOR -> shared.guest(standing.name());
                };
        String token =
                switch (standing) {
                    case ANONYMOUS -> "";
                    case EXPIRED -> expired.of(me.id());
                    case STRANGER, VIEWER, EDITOR, OWNER -> me.token();
                };
        if (row.path().endsWith("/events")) {
            try (SseClient.Stream stream = new SseClient(service).open(shared.fill(row.path(), me), token)) {
                return stream.status();
            }
        }
        RequestSpecification request = token.isEmpty() ? given() : given().header("Authorization", "Bearer " + token);
        if (row.body().equals(RightsRow.PHOTO)) {
            request.contentType("image/jpeg").body(Pictures.jpeg());
        } else if (!row.body().isEmpty()) {
            request.contentType(ContentType.JSON).body(shared.fill(row.body(), me));
        }
        return request.urlEncodingEnabled(false)
                .request(row.method(), shared.fill(row.path(), me))
                .statusCode();
    }
}
