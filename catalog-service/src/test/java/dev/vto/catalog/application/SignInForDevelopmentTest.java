package dev.vto.catalog.application;

import static dev.vto.catalog.fixture.Fixtures.CLOCK;
import static dev.vto.catalog.fixture.Fixtures.NOW;
import static dev.vto.catalog.fixture.Fixtures.aUser;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.memory.InMemoryCatalog;
import dev.vto.catalog.domain.user.User;
import dev.vto.shared.id.UserId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignInForDevelopmentTest {

    private static final UUID ID = anId();

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final SignInForDevelopment signIn = new SignInForDevelopment(catalog.users(), () -> ID, CLOCK);

    @Test
    void makesAUserOfANewAddress() {
        User user = catalog.await(signIn.signIn("  Seller@Example.COM ", "Jiwoo"));

        assertThat(user)
                .isEqualTo(new User(
                        new UserId(ID),
                        "seller@example.com",
                        "Jiwoo",
                        null,
                        null,
                        User.DEFAULT_LANGUAGE,
                        Set.of(),
                        0,
                        NOW,
                        NOW));
        assertThat(catalog.await(catalog.users().find(user.id()))).contains(user);
    }

    @Test
    void findsTheUserOfAKnownAddress() {
        User known = catalog.given(aUser("seller@example.com"));

        assertThat(catalog.await(signIn.signIn("SELLER@example.com", "Another name")))
                .isEqualTo(known);
    }

    @Test
    void needsNoName() {
        assertThat(catalog.await(signIn.signIn("seller@example.com", null)).name())
                .isNull();
    }
}
