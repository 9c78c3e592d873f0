package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Catalog;
import dev.vto.catalog.application.port.Subtrees;
import dev.vto.catalog.application.port.SubtreesContract;

class InMemorySubtreesTest extends SubtreesContract {

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final InMemorySubtrees subtrees = new InMemorySubtrees(catalog);

    @Override
    protected Catalog catalog() {
        return catalog;
    }

    @Override
    protected Subtrees subtrees() {
        return subtrees;
    }
}
