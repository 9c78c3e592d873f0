package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Catalog;
import dev.vto.catalog.application.port.StreamRights;
import dev.vto.catalog.application.port.StreamRightsContract;
import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class PostgresStreamRightsTest extends StreamRightsContract {

    @Inject
    PostgresCatalog catalog;

    @Inject
    StreamRights rights;

    @Override
    protected Catalog catalog() {
        return catalog;
    }

    @Override
    protected StreamRights rights() {
        return rights;
    }
}
