package dev.vto.catalog.adapter.in.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.vto.catalog.application.port.Exports.Entry;
import dev.vto.catalog.application.port.Exports.Section;
import dev.vto.catalog.application.port.MediaUrls;
import dev.vto.shared.id.UserId;
import dev.vto.shared.media.PhotoRef;
import io.smallrye.mutiny.Multi;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes an export as one JSON document, piece by piece as its entries come: {@code user} is an object, every other
 * section a list. The user's stored files are shown by URLs that open.
 */
final class ExportDocument {

    /** Entries that are written at once. */
    private static final int PIECE = 50;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final UserId user;
    private final MediaUrls urls;
    private int written = -1;
    private boolean first = true;

    ExportDocument(UserId user, MediaUrls urls) {
        this.user = user;
        this.urls = urls;
    }

    Multi<byte[]> write(Multi<Entry> entries) {
        return Multi.createBy()
                .concatenating()
                .streams(
                        entries.group().intoLists().of(PIECE).map(this::piece),
                        Multi.createFrom().items(() -> List.of(end()).stream()))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private String piece(List<Entry> entries) {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            open(entry.section().ordinal(), text);
            text.append(first ? "" : ",").append(shown(entry.json()));
            first = false;
        }
        return text.toString();
    }

    private String end() {
        StringBuilder text = new StringBuilder();
        open(Section.values().length - 1, text);
        return text.append(closing(written)).append('}').toString();
    }

    /** Begins every section up to this one; those that had no entries are empty lists. */
    private void open(int section, StringBuilder text) {
        while (written < section) {
            text.append(written < 0 ? "{" : closing(written) + ",");
            written++;
            text.append('"')
                    .append(Section.values()[written].key())
                    .append("\":")
                    .append(single(written) ? "" : "[");
            first = true;
        }
    }

    private static String closing(int section) {
        return single(section) ? "" : "]";
    }

    private static boolean single(int section) {
        return section == Section.USER.ordinal();
    }

    private String shown(String json) {
        try {
            return JSON.writeValueAsString(shown(JSON.readTree(json)));
        } catch (JacksonException e) {
            throw new IllegalStateException("the database writes valid JSON", e);
        }
    }

    private JsonNode shown(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(shown(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, shown(array.get(i)));
            }
        } else if (node.isTextual()) {
            return shownText(node);
        }
        return node;
    }

    /** A text of the user's own that looks like one of the user's files opens nothing that is not the user's. */
    private JsonNode shownText(JsonNode node) {
        try {
            PhotoRef photo = new PhotoRef(node.textValue());
            boolean own = photo.key()
                    .filter(key -> key.owner().equals(user.toString()))
                    .isPresent();
            return own ? TextNode.valueOf(urls.urlOf(photo)) : node;
        } catch (IllegalArgumentException e) {
            return node;
        }
    }
}
