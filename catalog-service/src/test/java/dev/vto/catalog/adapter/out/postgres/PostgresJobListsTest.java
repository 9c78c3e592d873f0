package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Catalog;
import dev.vto.catalog.application.port.JobListsContract;
import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class PostgresJobListsTest extends JobListsContract {

    @Inject
    PostgresCatalog catalog;

    @Override
    protected Catalog catalog() {
        return catalog;
    }
}
