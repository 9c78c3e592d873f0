package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Catalog;
import dev.vto.catalog.application.port.ProjectEditContract;

class InMemoryProjectEditTest extends ProjectEditContract {

    private final InMemoryCatalog catalog = new InMemoryCatalog();

    @Override
    protected Catalog catalog() {
        return catalog;
    }
}
