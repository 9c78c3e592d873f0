package dev.vto.worker.adapter.out.generation.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A file that a workflow has made.
 *
 * @param type the folder: {@code output} of what is saved, {@code temp} of what is only shown
 */
record OutputFile(String name, String subfolder, String type) {

    private static final String SAVED = "output";

    /** What a workflow has made: the first file that is saved, or else that is shown, in whatever list a node names it. */
    static Optional<OutputFile> of(Collection<JsonNode> outputs) {
        return outputs.stream()
                .flatMap(OutputFile::elements)
                .flatMap(OutputFile::elements)
                .filter(entry -> entry.path("filename").isTextual())
                .map(entry -> new OutputFile(
                        entry.path("filename").asText(),
                        entry.path("subfolder").asText(),
                        entry.path("type").asText(SAVED)))
                .min(Comparator.comparing(file -> !file.type().equals(SAVED)));
    }

    URI url(URI server) {
        return UriBuilder.fromUri(server)
                .path("view")
                .queryParam("filename", "{name}")
                .queryParam("subfolder", "{subfolder}")
                .queryParam("type", "{type}")
                .build(name, subfolder, type);
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
