package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.AccessTokens;
import dev.vto.shared.id.UserId;
import java.util.HashMap;
import java.util.Map;

/** Numbered tokens, remembered with their bearers. */
public final class InMemoryAccessTokens implements AccessTokens {

    private final Map<String, UserId> bearers = new HashMap<>();

    @Override
    public String issue(UserId user) {
        String token = "token-" + bearers.size();
        bearers.put(token, user);
        return token;
    }

    public UserId bearerOf(String token) {
        return bearers.get(token);
    }
}
