package dev.vto.catalog.application.port;

import static dev.vto.catalog.fixture.Fixtures.aUser;
import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.domain.user.User;
import dev.vto.catalog.fixture.Fixtures;
import io.smallrye.mutiny.Uni;
import java.util.List;
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
        User user = new User(aUserId(), null, null, null, null, "ko", 0, Fixtures.NOW, Fixtures.NOW);

        catalog().given(user);
        catalog().given(new User(aUserId(), null, null, null, null, "ko", 0, Fixtures.NOW, Fixtures.NOW));

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

    private Users users() {
        return catalog().users();
    }
}
