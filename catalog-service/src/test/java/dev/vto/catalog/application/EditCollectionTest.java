package dev.vto.catalog.application;

import static dev.vto.catalog.fixture.Fixtures.aCollection;
import static dev.vto.catalog.fixture.Fixtures.aUser;
import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.memory.InMemoryCatalog;
import dev.vto.catalog.domain.Name;
import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.collection.Collection;
import dev.vto.shared.id.UserId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EditCollectionTest {

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final EditCollection editCollection = new EditCollection(
            new Access(catalog.collections(), catalog.projects(), catalog.products()), catalog.collections());
    private final Collection collection =
            catalog.given(aCollection(catalog.given(aUser()).id()));

    @Test
    void renamesACollection() {
        Collection edited = edit(collection.ownerId(), Precondition.NONE, "Summer");

        assertThat(edited.name()).isEqualTo(new Name("Summer"));
        assertThat(edited.version()).isEqualTo(collection.version() + 1);
        assertThat(catalog.await(catalog.collections().find(collection.id()))).contains(edited);
    }

    @Test
    void refusesWhatTheSenderHasNotRead() {
        assertRejected(() -> edit(collection.ownerId(), new Precondition(Set.of(7)), "Summer"))
                .as(Rejected.Reason.STALE, "etag_mismatch");
        assertThat(catalog.await(catalog.collections().find(collection.id()))).contains(collection);
    }

    @Test
    void findsNoCollectionOfOthers() {
        assertRejected(() -> edit(aUserId(), Precondition.NONE, "Mine")).isNotFound("collection");
    }

    private Collection edit(UserId user, Precondition known, String name) {
        return catalog.await(editCollection.edit(user, collection.id(), known, Optional.of(new Name(name))));
    }
}
