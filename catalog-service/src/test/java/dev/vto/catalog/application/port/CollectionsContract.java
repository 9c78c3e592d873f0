package dev.vto.catalog.application.port;

import static dev.vto.catalog.fixture.Fixtures.aCollection;
import static dev.vto.catalog.fixture.Fixtures.aUser;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.Name;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.collection.Collection;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Collections} does. */
public abstract class CollectionsContract {

    protected abstract Catalog catalog();

    @Test
    void findsWhatWasAdded() {
        Collection collection = aCollection(seller());

        catalog().await(collections().add(collection, Cap.NONE));

        assertThat(catalog().await(collections().find(collection.id()))).contains(collection);
    }

    @Test
    void addsNothingTwice() {
        Collection collection = catalog().given(aCollection(seller()));

        assertThatThrownBy(() -> catalog().await(collections().add(collection, Cap.NONE)))
                .isNotNull();
    }

    @Test
    void addsNoMoreThanTheCapAllows() {
        UserId seller = seller();
        Cap two = new Cap("too_many_collections", "collections", 2);
        Collection deleted = catalog().given(aCollection(seller));
        catalog().delete(deleted.id());

        catalog().await(collections().add(aCollection(seller), two));
        catalog().await(collections().add(aCollection(seller), two));

        assertRejected(() -> catalog().await(collections().add(aCollection(seller), two)))
                .isImpossible("too_many_collections")
                .hasMessage("An account has at most 2 collections, and this one has as many.");
        catalog().await(collections().add(aCollection(seller()), two));
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        assertThat(catalog().await(collections().find(new CollectionId(anId()))))
                .isEmpty();
    }

    @Test
    void listsTheOwnersNewestFirst() {
        UserId seller = seller();
        Collection first = catalog().given(aCollection(seller));
        Collection second = catalog().given(aCollection(seller));
        Collection third = catalog().given(aCollection(seller));
        catalog().given(aCollection(seller()));

        assertThat(Pages.ofTwo(page -> catalog().await(collections().list(seller, page))))
                .containsExactly(List.of(third, second), List.of(first));
    }

    @Test
    void renamesAndRaisesTheVersion() {
        Collection collection = catalog().given(aCollection(seller()));

        Collection edited = catalog()
                .await(collections().edit(collection.id(), current -> current.renamed(new Name("Summer"))))
                .orElseThrow();

        assertThat(edited.name()).isEqualTo(new Name("Summer"));
        assertThat(edited.version()).isEqualTo(collection.version() + 1);
        assertThat(catalog().await(collections().find(collection.id())))
                .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo(edited.name()))
                .hasValueSatisfying(found -> assertThat(found.version()).isEqualTo(edited.version()));
    }

    @Test
    void leavesTheCollectionAsItWasWhenTheChangeIsRefused() {
        Collection collection = catalog().given(aCollection(seller()));

        assertRejected(() -> catalog().await(collections().edit(collection.id(), current -> {
                    throw Rejected.stale();
                })))
                .as(Rejected.Reason.STALE, "etag_mismatch");
        assertThat(catalog().await(collections().find(collection.id()))).contains(collection);
    }

    @Test
    void editsNothingThatIsNotThere() {
        Collection deleted = catalog().given(aCollection(seller()));
        catalog().delete(deleted.id());

        assertThat(catalog().await(collections().edit(deleted.id(), current -> current)))
                .isEmpty();
        assertThat(catalog().await(collections().edit(new CollectionId(anId()), current -> current)))
                .isEmpty();
    }

    @Test
    void endsWithAFullPage() {
        UserId seller = seller();
        catalog().given(aCollection(seller));
        catalog().given(aCollection(seller));

        assertThat(Pages.ofTwo(page -> catalog().await(collections().list(seller, page))))
                .hasSize(1);
    }

    @Test
    void addsNothingToAClosedAccount() {
        UserId closed = catalog().given(aUser()).id();
        catalog().delete(closed);

        assertRejected(() -> catalog().await(collections().add(aCollection(closed), Cap.NONE)))
                .as(Rejected.Reason.UNAUTHENTICATED, "unauthorized");
    }

    @Test
    void hidesWhatIsDeleted() {
        UserId seller = seller();
        Collection kept = catalog().given(aCollection(seller));
        Collection deleted = catalog().given(aCollection(seller));

        catalog().delete(deleted.id());

        assertThat(catalog().await(collections().find(deleted.id()))).isEmpty();
        assertThat(catalog().await(collections().list(seller, Pages.ALL)).items())
                .containsExactly(kept);
    }

    private UserId seller() {
        return catalog().given(aUser()).id();
    }

    private Collections collections() {
        return catalog().collections();
    }
}
