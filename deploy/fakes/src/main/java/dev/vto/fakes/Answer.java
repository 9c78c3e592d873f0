package dev.vto.fakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;

/** What a request is answered. */
public record Answer(int status, Map<String, String> headers, byte[] body) implements Reply {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param body maps, lists and values, as JSON has them */
    public static Answer json(int status, Object body) {
        try {
            return new Answer(status, Map.of("Content-Type", "application/json"), JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static Answer file(String contentType, byte[] content) {
        return new Answer(200, Map.of("Content-Type", contentType), content);
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }
}
