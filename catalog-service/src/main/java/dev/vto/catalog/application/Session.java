package dev.vto.catalog.application;

import dev.vto.catalog.domain.user.User;

/** What a person who has signed in gets. */
public record Session(String accessToken, String refreshToken, User user) {

    /** Tokens never come into logs. */
    @Override
    public String toString() {
        return "Session[user=" + user.id() + "]";
    }
}
