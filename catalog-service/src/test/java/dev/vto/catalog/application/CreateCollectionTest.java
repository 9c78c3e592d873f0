package dev.vto.catalog.application;

import static dev.vto.catalog.fixture.Fixtures.CLOCK;
import static dev.vto.catalog.fixture.Fixtures.NOW;
import static dev.vto.catalog.fixture.Fixtures.aUser;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.memory.InMemoryCatalog;
import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.Name;
import dev.vto.catalog.domain.collection.Collection;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreateCollectionTest {

    private static final UUID ID = anId();

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final CreateCollection createCollection =
            new CreateCollection(catalog.collections(), () -> ID, CLOCK, Cap.NONE);

    @Test
    void beginsACollectionOfTheUsers() {
        UserId seller = catalog.given(aUser()).id();

        Collection made = catalog.await(createCollection.create(seller, new Name("Spring")));

        assertThat(made).isEqualTo(new Collection(new CollectionId(ID), seller, new Name("Spring"), 0, NOW, NOW));
        assertThat(catalog.await(catalog.collections().find(made.id()))).contains(made);
    }
}
