package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Catalog;
import dev.vto.catalog.application.port.StreamRights;
import dev.vto.catalog.application.port.StreamRightsContract;

class InMemoryStreamRightsTest extends StreamRightsContract {

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final StreamRights rights = new InMemoryStreamRights(catalog.users(), catalog.projects());

    @Override
    protected Catalog catalog() {
        return catalog;
    }

    @Override
    protected StreamRights rights() {
        return rights;
    }
}
