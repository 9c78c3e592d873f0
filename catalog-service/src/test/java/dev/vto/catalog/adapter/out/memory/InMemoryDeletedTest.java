package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Catalog;
import dev.vto.catalog.application.port.DeletedContract;
import dev.vto.catalog.application.port.Graveyard;
import dev.vto.catalog.application.port.Subtrees;
import dev.vto.catalog.application.port.Trash;

class InMemoryDeletedTest extends DeletedContract {

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

    @Override
    protected Trash trash() {
        return new InMemoryTrash(subtrees);
    }

    @Override
    protected Graveyard graveyard() {
        return new InMemoryGraveyard(subtrees);
    }
}
