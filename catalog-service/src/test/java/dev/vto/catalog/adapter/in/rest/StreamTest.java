package dev.vto.catalog.adapter.in.rest;

import static org.awaitility.Awaitility.await;

import dev.vto.catalog.adapter.out.postgres.OutboxRows;
import dev.vto.catalog.application.stream.OpenStreams;
import dev.vto.infra.test.SseClient;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.ProjectId;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Somebody with a project, whose jobs are followed; in the end no stream is open. */
abstract class StreamTest {

    @Inject
    OutboxRows outbox;

    @Inject
    OpenStreams open;

    @TestHTTPResource("/")
    URI service;

    SseClient client;
    Seller seller;
    ProjectId project;

    @BeforeEach
    void signIn() {
        client = new SseClient(service);
        seller = Seller.signIn();
        project = seller.project();
        seller.product(project, "upperFront");
    }

    @AfterEach
    void leavesNoStreamOpen() {
        await().atMost(SseClient.LIMIT).until(() -> open.size() == 0);
    }

    JobId submitted() {
        return submittedBy(seller);
    }

    JobId submittedBy(Seller submitter) {
        return submit(submitter, project);
    }

    static JobId submit(Seller submitter, ProjectId project) {
        return new JobId(UUID.fromString(submitter.job(project, "{\"kind\": \"IMAGE\"}")));
    }

    List<Long> awaitSent(JobId job, int events) {
        await().atMost(SseClient.LIMIT).until(() -> outbox.positionsOf(job).size() == events);
        return outbox.positionsOf(job);
    }

    static String path(JobId job) {
        return "/v1/vto-jobs/" + job + "/events";
    }
}
