package dev.vto.catalog.adapter.in.rest;

import static dev.vto.catalog.fixture.JsonAnswers.textAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.kafka.JobRecords;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.id.ProjectId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request's trace reaches all that hear of its job. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class TraceTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Inject
    JobRecords records;

    private Seller seller;
    private String jobs;

    @BeforeEach
    void addAProduct() {
        seller = Seller.signIn();
        ProjectId project = seller.project();
        seller.product(project, "upperFront");
        jobs = "/v1/projects/" + project + "/vto-jobs";
    }

    @Test
    void isTheCallersOwn() {
        String job = textAt(
                seller.request()
                        .header("traceparent", TRACE)
                        .contentType("application/json")
                        .body("{\"kind\": \"IMAGE\"}")
                        .post(jobs),
                "$.id");

        assertThat(records.traceparents(job)).hasSize(2).containsOnly(TRACE);
    }

    @Test
    void beginsWhereTheCallerHasNone() {
        String first = textAt(seller.post(jobs, "{\"kind\": \"IMAGE\"}"), "$.id");
        String second = textAt(seller.post(jobs, "{\"kind\": \"IMAGE\"}"), "$.id");

        assertThat(records.traceparents(first)).hasSize(2).doesNotContainNull();
        assertThat(records.traceparents(first).get(0))
                .isEqualTo(records.traceparents(first).get(1));
        assertThat(records.traceparents(first)).doesNotContainAnyElementsOf(records.traceparents(second));
    }
}
