package dev.vto.catalog.application.port;

import static dev.vto.catalog.fixture.Fixtures.NOW;
import static dev.vto.catalog.fixture.Fixtures.aUser;
import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.Rejected.Reason;
import dev.vto.catalog.domain.user.User;
import dev.vto.catalog.fixture.Fixtures;
import dev.vto.shared.media.PhotoRef;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link Users} does. */
public abstract class UsersContract {

    protected abstract Catalog catalog();

    @Test
    void findsWhatWasAdded() {
        User user = aUser();

        assertThat(catalog().await(users().add(user))).isEqualTo(user);
        assertThat(catalog().await(users().find(user.id()))).contains(user);
        assertThat(catalog().await(users().findByEmail(user.email()))).contains(user);
    }

    @Test
    void takesUsersOfWhomLittleIsKnown() {
        User user = new User(aUserId(), null, null, null, null, "ko", Set.of(), 0, NOW, NOW);

        catalog().given(user);
        catalog().given(new User(aUserId(), null, null, null, null, "ko", Set.of(), 0, NOW, NOW));

        assertThat(catalog().await(users().find(user.id()))).contains(user);
    }

    @Test
    void findsNobodyWhereThereIsNobody() {
        assertThat(catalog().await(users().find(aUserId()))).isEmpty();
        assertThat(catalog().await(users().findByEmail(anId() + "@example.com")))
                .isEmpty();
    }

    @Test
    void findsNobodyWhoIsDeleted() {
        User user = catalog().given(aUser());

        catalog().delete(user.id());

        assertThat(catalog().await(users().find(user.id()))).isEmpty();
        assertThat(catalog().await(users().findByEmail(user.email()))).isEmpty();
    }

    @Test
    void answersWhoeverHadTheAddressFirst() {
        User first = catalog().given(aUser());

        User second = catalog().await(users().add(aUser(first.email())));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void agreesOnOneUserWhenManyAreAddedAtOnce() {
        String email = anId() + "@example.com";
        List<Uni<User>> adding =
                List.of(users().add(aUser(email)), users().add(aUser(email)), users().add(aUser(email)));

        List<User> added = catalog().await(Uni.join().all(adding).andFailFast());

        assertThat(added).containsOnly(added.get(0));
        assertThat(catalog().await(users().findByEmail(email))).contains(added.get(0));
    }

    @Test
    void editsTheProfileAlone() {
        User user = catalog().given(aUser());
        PhotoRef picture = Fixtures.aPhotoOf(user.id());

        User edited = catalog()
                .await(users().edit(user.id(), before -> before.withProfile(null, "Lee", "ko", picture)))
                .orElseThrow();

        assertThat(edited)
                .usingRecursiveComparison()
                .ignoringFields("updatedAt")
                .isEqualTo(new User(
                        user.id(), user.email(), null, "Lee", picture, "ko", Set.of(), 1, user.createdAt(), NOW));
        assertThat(edited.updatedAt()).isAfterOrEqualTo(user.updatedAt());
        assertThat(catalog().await(users().find(user.id())).orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("updatedAt")
                .isEqualTo(edited);
    }

    @Test
    void takesWhatStaysTheSameForNoEdit() {
        User user = catalog().given(aUser());

        assertThat(catalog().await(users().edit(user.id(), before -> before))).contains(user);
        assertThat(catalog().await(users().find(user.id()))).contains(user);
    }

    @Test
    void editsNobodyWhoIsDeleted() {
        User user = catalog().given(aUser());
        catalog().delete(user.id());

        assertThat(catalog().await(users().edit(user.id(), before -> before.withProfile("New", null, "ko", null))))
                .isEmpty();
    }

    @Test
    void leavesAUserWhoseEditIsRefused() {
        User user = catalog().given(aUser());

        assertRejected(() -> catalog().await(users().edit(user.id(), before -> {
                    throw Rejected.stale();
                })))
                .as(Reason.STALE, "etag_mismatch");

        assertThat(catalog().await(users().find(user.id()))).contains(user);
    }

    @Test
    void losesNoneOfTwoEditsAtOnce() {
        User user = catalog().given(aUser());

        catalog()
                .await(Uni.join()
                        .all(
                                users().edit(user.id(), before -> withName(before, before.name() + "a")),
                                users().edit(user.id(), before -> withName(before, before.name() + "a")))
                        .andFailFast());

        User edited = catalog().await(users().find(user.id())).orElseThrow();
        assertThat(edited.name()).isEqualTo(user.name() + "aa");
        assertThat(edited.version()).isEqualTo(2);
    }

    private static User withName(User user, String name) {
        return user.withProfile(name, user.lastName(), user.language(), user.profilePicture());
    }

    private Users users() {
        return catalog().users();
    }
}
