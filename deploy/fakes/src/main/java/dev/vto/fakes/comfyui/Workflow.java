package dev.vto.fakes.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.fakes.Made;
import dev.vto.fakes.Pictures;
import dev.vto.fakes.Pictures.Region;
import dev.vto.fakes.Refused;
import java.awt.image.BufferedImage;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A workflow in API format, of the nodes that this fake has: those of a workflow by Qwen-Image-Edit, which is told in words
 * what to do with up to three pictures.
 */
final class Workflow {

    /** Node types, and what they cannot do without. */
    private static final Map<String, List<String>> TYPES = Map.ofEntries(
            Map.entry("UNETLoader", List.of("unet_name", "weight_dtype")),
            Map.entry("CLIPLoader", List.of("clip_name", "type")),
            Map.entry("VAELoader", List.of("vae_name")),
            Map.entry("ModelSamplingAuraFlow", List.of("model", "shift")),
            Map.entry("CFGNorm", List.of("model", "strength")),
            Map.entry("LoadImage", List.of("image")),
            Map.entry("FluxKontextImageScale", List.of("image")),
            Map.entry("TextEncodeQwenImageEditPlus", List.of("clip", "prompt")),
            Map.entry("VAEEncode", List.of("pixels", "vae")),
            Map.entry(
                    "KSampler",
                    List.of("model", "seed", "steps", "cfg", "sampler_name", "scheduler", "positive", "negative")),
            Map.entry("VAEDecode", List.of("samples", "vae")),
            Map.entry("SaveImage", List.of("images", "filename_prefix")));

    private final JsonNode graph;

    private Workflow(JsonNode graph) {
        this.graph = graph;
    }

    static Workflow of(JsonNode graph) {
        return new Workflow(graph);
    }

    /** @throws Refused with 400 if the workflow cannot be run; the message begins with the type of the error */
    void require() {
        graph.properties().forEach(node -> {
            String type = node.getValue().path("class_type").asText();
            if (type.isEmpty()) {
                throw new Refused(400, "invalid_prompt: a node has no class_type: #" + node.getKey());
            }
            if (!TYPES.containsKey(type)) {
                throw new Refused(400, "missing_node_type: Node '" + type + "' not found");
            }
        });
        if (first("SaveImage").isEmpty()) {
            throw new Refused(400, "prompt_no_outputs: Prompt has no outputs");
        }
        graph.properties().forEach(node -> requireInputs(node.getKey(), node.getValue()));
    }

    private void requireInputs(String id, JsonNode node) {
        JsonNode inputs = node.path("inputs");
        for (String name : TYPES.getOrDefault(node.path("class_type").asText(), List.of())) {
            if (!inputs.has(name)) {
                throw invalid(id, "required_input_missing", name);
            }
        }
        inputs.properties().forEach(input -> {
            JsonNode value = input.getValue();
            if (value.isArray() && !graph.has(value.path(0).asText())) {
                throw invalid(id, "return_type_mismatch", input.getKey());
            }
        });
        if (inputs.has("seed")
                && (!inputs.path("seed").isIntegralNumber()
                        || inputs.path("seed").asLong() < 0)) {
            throw invalid(id, "invalid_input_type", "seed");
        }
    }

    private static Refused invalid(String id, String type, String input) {
        return new Refused(400, "prompt_outputs_failed_validation: #" + id + ": " + type + ": " + input);
    }

    /** Which node saves what is made. */
    String outputNode() {
        return first("SaveImage").orElseThrow();
    }

    String filePrefix() {
        return inputs(outputNode()).path("filename_prefix").asText();
    }

    /** Which node takes longest. */
    String samplerNode() {
        return first("KSampler").orElseThrow();
    }

    /**
     * @param uploads by the names under which they were uploaded
     * @throws Refused with 400 if a picture is not there
     */
    Made made(Map<String, byte[]> uploads) {
        JsonNode edit = inputs(link(inputs(samplerNode()), "positive"));
        return Pictures.dressed(
                picture(edit, "image1", uploads),
                picture(edit, "image2", uploads),
                region(edit.path("prompt").asText()));
    }

    private BufferedImage picture(JsonNode inputs, String name, Map<String, byte[]> uploads) {
        String node = link(inputs, name);
        if (!type(node).equals("LoadImage")) {
            return picture(inputs(node), "image", uploads);
        }
        String file = inputs(node).path("image").asText();
        return Optional.ofNullable(uploads.get(file))
                .map(Pictures::of)
                .orElseThrow(() -> invalid(node, "custom_validation_failed", "image - Invalid image file: " + file));
    }

    private static Region region(String prompt) {
        if (prompt.contains("dress")) {
            return Region.WHOLE;
        }
        return prompt.contains("trousers") ? Region.LOWER : Region.UPPER;
    }

    private static String link(JsonNode inputs, String name) {
        return inputs.path(name).path(0).asText();
    }

    private JsonNode inputs(String node) {
        return graph.path(node).path("inputs");
    }

    private String type(String node) {
        return graph.path(node).path("class_type").asText();
    }

    private Optional<String> first(String type) {
        Iterator<String> nodes = graph.fieldNames();
        Stream<String> all = StreamSupport.stream(((Iterable<String>) () -> nodes).spliterator(), false);
        return all.filter(node -> type(node).equals(type)).findFirst();
    }
}
