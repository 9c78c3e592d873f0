package dev.vto.local.licence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * A library of a third party.
 *
 * @param name {@code group:artifact}
 * @param licences by their SPDX ids, or by their names where they have none; who uses the library may choose one
 */
record Library(String name, SortedSet<String> licences) {

    static final String OURS = "dev.vto";

    /** Those of a bill of materials (CycloneDX JSON). */
    static List<Library> in(Path bill) throws IOException {
        return StreamSupport.stream(
                        new ObjectMapper()
                                .readTree(bill.toFile())
                                .path("components")
                                .spliterator(),
                        false)
                .filter(component -> !component.path("group").asText().equals(OURS))
                .map(Library::of)
                .toList();
    }

    private static Library of(JsonNode component) {
        SortedSet<String> licences = new TreeSet<>();
        for (JsonNode choice : component.path("licenses")) {
            JsonNode licence = choice.path("license");
            licences.add(
                    choice.has("expression")
                            ? choice.get("expression").asText()
                            : licence.path("id").asText(licence.path("name").asText()));
        }
        return new Library(
                name(component.path("group").asText(), component.path("name").asText()), licences);
    }

    /** The same on each platform, though each takes natives of its own. */
    static String name(String group, String artifact) {
        return group + ":" + artifact.replaceFirst("^native-.+", "native-…");
    }
}
