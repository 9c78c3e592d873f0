package dev.vto.catalog.adapter.out.kafka;

import dev.vto.catalog.adapter.out.postgres.PostgresCatalog;
import dev.vto.catalog.application.port.Catalog;
import dev.vto.catalog.application.port.RelayContract;
import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class OutboxRelayContractTest extends RelayContract {

    @Inject
    PostgresCatalog catalog;

    @Override
    protected Catalog catalog() {
        return catalog;
    }
}
