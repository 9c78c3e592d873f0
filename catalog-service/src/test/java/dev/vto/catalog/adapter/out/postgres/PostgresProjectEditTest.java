package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Catalog;
import dev.vto.catalog.application.port.ProjectEditContract;
import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class PostgresProjectEditTest extends ProjectEditContract {

    @Inject
    PostgresCatalog catalog;

    @Override
    protected Catalog catalog() {
        return catalog;
    }
}
