package dev.vto.fakes.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A workflow in the queue.
 *
 * @param client who is told how far it is
 */
record Prompt(int number, String id, String client, JsonNode graph) {

    /** As queue and history have it. */
    List<Object> entry() {
        return List.of(
                number,
                id,
                graph,
                Map.of("client_id", client),
                List.of(Workflow.of(graph).outputNode()));
    }
}
