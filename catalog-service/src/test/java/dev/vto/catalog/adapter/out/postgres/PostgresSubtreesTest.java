package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Catalog;
import dev.vto.catalog.application.port.Subtrees;
import dev.vto.catalog.application.port.SubtreesContract;
import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class PostgresSubtreesTest extends SubtreesContract {

    @Inject
    PostgresCatalog catalog;

    @Inject
    Subtrees subtrees;

    @Override
    protected Catalog catalog() {
        return catalog;
    }

    @Override
    protected Subtrees subtrees() {
        return subtrees;
    }
}
