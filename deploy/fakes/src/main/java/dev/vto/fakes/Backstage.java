package dev.vto.fakes;

import java.time.Clock;

/**
 * What a protocol works with.
 *
 * @param url where the fake is reached, without a slash at its end
 * @param key what clients know it by
 * @param clock by which tokens are good, and answers dated
 */
public record Backstage(String url, String key, Jobs jobs, Clock clock) {

    /** @throws Refused with 401 if the request has another key */
    public void requireKey(Request request, String scheme) {
        if (!request.header("authorization").orElse("").equals(scheme + " " + key)) {
            throw new Refused(401, "the key is missing or wrong");
        }
    }
}
