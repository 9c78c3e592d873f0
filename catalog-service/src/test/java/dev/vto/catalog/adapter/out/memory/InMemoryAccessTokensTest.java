package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.AccessTokens;
import dev.vto.catalog.application.port.AccessTokensContract;
import dev.vto.shared.id.UserId;

class InMemoryAccessTokensTest extends AccessTokensContract {

    private final InMemoryAccessTokens tokens = new InMemoryAccessTokens();

    @Override
    protected AccessTokens tokens() {
        return tokens;
    }

    @Override
    protected UserId bearerOf(String token) {
        return tokens.bearerOf(token);
    }
}
