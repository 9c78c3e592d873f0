package dev.vto.catalog.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.fixture.Fixtures;
import dev.vto.shared.id.UserId;
import org.junit.jupiter.api.Test;

/** What every {@link AccessTokens} does. */
public abstract class AccessTokensContract {

    protected abstract AccessTokens tokens();

    /** Who bears the token, for whoever checks it. */
    protected abstract UserId bearerOf(String token);

    @Test
    void tellsWhoTheBearerIs() {
        UserId user = Fixtures.aUserId();
        UserId other = Fixtures.aUserId();

        assertThat(bearerOf(tokens().issue(user))).isEqualTo(user);
        assertThat(bearerOf(tokens().issue(other))).isEqualTo(other);
    }
}
