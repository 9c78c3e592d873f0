package dev.vto.fakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came.
 *
 * @param path without the query
 * @param headers by their names in lower case
 */
public record Request(String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public boolean is(String wantedMethod, String pathPattern) {
        return method.equals(wantedMethod) && path.matches(pathPattern);
    }

    /** The n-th segment of the path, from 0. */
    public String segment(int n) {
        return path.split("/")[n + 1];
    }

    /** @throws Refused with 400 if the body is no JSON object */
    public JsonNode json() {
        try {
            JsonNode json = JSON.readTree(body);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            throw new Refused(400, "the body is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new Refused(400, "the body cannot be read");
        }
        throw new Refused(400, "the body is no JSON object");
    }
}
