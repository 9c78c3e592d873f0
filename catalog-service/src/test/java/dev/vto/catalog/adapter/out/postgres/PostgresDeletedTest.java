package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Catalog;
import dev.vto.catalog.application.port.DeletedContract;
import dev.vto.catalog.application.port.Graveyard;
import dev.vto.catalog.application.port.Subtrees;
import dev.vto.catalog.application.port.Trash;
import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class PostgresDeletedTest extends DeletedContract {

    @Inject
    PostgresCatalog catalog;

    @Inject
    Subtrees subtrees;

    @Inject
    Trash trash;

    @Inject
    Graveyard graveyard;

    @Override
    protected Catalog catalog() {
        return catalog;
    }

    @Override
    protected Subtrees subtrees() {
        return subtrees;
    }

    @Override
    protected Trash trash() {
        return trash;
    }

    @Override
    protected Graveyard graveyard() {
        return graveyard;
    }
}
