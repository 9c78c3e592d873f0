package dev.vto.bench.jobs.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** What a process of the benchmark is for. It has a constructor without arguments, and is asked one thing at a time. */
public interface Role extends AutoCloseable {

    /**
     * Does what is asked.
     *
     * @param order which of the things that it can do
     * @param details of it, as JSON
     * @return the answer, which Jackson writes as JSON
     * @throws Exception whatever went wrong, which reaches the asker as text
     */
    Object act(String order, JsonNode details) throws Exception;

    /** @throws IllegalArgumentException if the details are of another form */
    static <T> T read(JsonNode details, Class<T> type) {
        return new ObjectMapper().convertValue(details, type);
    }

    @Override
    void close() throws IOException;
}
