package dev.vto.catalog.adapter.in.openapi;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request and its answer.
 *
 * @param sent the request's body, empty where it is none of JSON
 * @param headers the answer's, by name in any case
 */
record Exchange(String method, String path, String sent, int status, Map<String, String> headers, String body) {

    Exchange {
        TreeMap<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        headers = byName;
    }

    boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** Without its parameters. */
    Optional<String> mediaType() {
        return Optional.ofNullable(headers.get("Content-Type")).map(type -> type.split(";")[0].strip());
    }
}
