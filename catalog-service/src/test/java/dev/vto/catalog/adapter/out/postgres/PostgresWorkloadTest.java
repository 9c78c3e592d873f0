package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Catalog;
import dev.vto.catalog.application.port.Workload;
import dev.vto.catalog.application.port.WorkloadContract;
import dev.vto.catalog.domain.job.Job;
import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class PostgresWorkloadTest extends WorkloadContract {

    @Inject
    PostgresCatalog catalog;

    @Inject
    Workload workload;

    @Inject
    OthersSql others;

    @Override
    protected Catalog catalog() {
        return catalog;
    }

    @Override
    protected Workload workload() {
        return workload;
    }

    @Override
    protected void delay(Job job) {
        others.execute(
                "UPDATE vto_job SET next_attempt_at = now() + interval '1 hour' WHERE id = ?",
                job.id().value());
    }
}
