package dev.vto.fakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A message by WebSocket. */
public record Frame(boolean isText, byte[] content) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param message maps, lists and values, as JSON has them */
    public static Frame json(Object message) {
        try {
            return new Frame(true, JSON.writeValueAsBytes(message));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static Frame binary(byte[] content) {
        return new Frame(false, content);
    }
}
