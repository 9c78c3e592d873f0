package dev.vto.worker.adapter.out.generation.comfyui;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * How far a workflow is, by what ComfyUI says of it: {@code execution_cached} names nodes that need not run,
 * {@code progress_state} how far each of the others is. It counts nodes, and never goes back.
 */
final class Progress {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int nodes;
    private int cached;
    private volatile double fraction;

    Progress(int nodes) {
        this.nodes = nodes;
    }

    double fraction() {
        return fraction;
    }

    /** Takes a message; one that is none, or of another workflow, changes nothing. */
    synchronized void hear(String promptId, String text) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return;
        }
        JsonNode data = message.path("data");
        if (!data.path("prompt_id").asText().equals(promptId)) {
            return;
        }
        switch (message.path("type").asText()) {
            case "execution_cached" -> cached = data.path("nodes").size();
            case "progress_state" -> {
                double done = cached;
                for (JsonNode node : data.path("nodes")) {
                    done += Math.min(
                            1,
                            node.path("value").asDouble()
                                    / Math.max(1, node.path("max").asDouble()));
                }
                fraction = Math.max(fraction, Math.min(1, done / nodes));
            }
            default -> {}
        }
    }
}
