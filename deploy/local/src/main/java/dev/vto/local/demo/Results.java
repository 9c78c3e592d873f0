package dev.vto.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Fetches and checks what jobs made, and says where it is. */
final class Results {

    private static final String MEDIA = "/v1/media/";

    private final CatalogClient catalog;
    private final Path media;

    /** @param media the folder of stored files */
    Results(CatalogClient catalog, Path media) {
        this.catalog = catalog;
        this.media = media;
    }

    /** @return lines that name each image */
    List<String> images(JsonNode job, int expected) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        for (String id : ids(job, "imageIds", expected)) {
            JsonNode image = catalog.get("/v1/images/" + id);
            byte[] bytes = fetch(image, "url");
            ResultCheck.image(image, bytes);
            ResultCheck.thumbnail(image, fetch(image, "thumbnailUrl"));
            lines.add("%s picture, %d x %d, %,d bytes"
                    .formatted(
                            image.path("view").asText().toLowerCase(Locale.ROOT),
                            image.path("width").asInt(),
                            image.path("height").asInt(),
                            bytes.length));
            lines.addAll(places(image));
        }
        return lines;
    }

    /** @return lines that name the video */
    List<String> video(JsonNode job) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        for (String id : ids(job, "videoIds", 1)) {
            JsonNode video = catalog.get("/v1/videos/" + id);
            byte[] bytes = fetch(video, "url");
            ResultCheck.video(video, bytes);
            ResultCheck.thumbnail(video, fetch(video, "thumbnailUrl"));
            lines.add("video, %d x %d, %s s, %,d bytes"
                    .formatted(
                            video.path("width").asInt(),
                            video.path("height").asInt(),
                            video.path("seconds").asText(),
                            bytes.length));
            lines.addAll(places(video));
        }
        return lines;
    }

    /** @return the letter's lines */
    List<String> letter(JsonNode job) throws InterruptedException {
        JsonNode letter = catalog.get("/v1/letters/" + job.path("letterId").asText());
        ResultCheck.letter(letter);
        List<String> lines = new ArrayList<>();
        lines.add("letter: " + letter.path("headline").asText());
        lines.add("  " + letter.path("summary").asText());
        letter.path("bulletPoints").forEach(point -> lines.add("  - " + point.asText()));
        return lines;
    }

    private static List<String> ids(JsonNode job, String field, int expected) {
        List<String> ids = new ArrayList<>();
        job.path(field).forEach(id -> ids.add(id.asText()));
        if (ids.size() != expected) {
            throw new DemoFailure(
                    "job " + job.path("id").asText() + " has " + ids.size() + " " + field + ", and not " + expected);
        }
        return ids;
    }

    /** The bytes that the signed URL serves, which are those of the stored file. */
    private byte[] fetch(JsonNode result, String field) throws InterruptedException {
        if (!result.path(field).isTextual()) {
            throw new DemoFailure(result.path("id").asText() + " has no " + field);
        }
        String url = result.path(field).asText();
        byte[] bytes = catalog.download(url);
        Path file = file(url);
        try {
            if (!Arrays.equals(bytes, Files.readAllBytes(file))) {
                throw new DemoFailure(file + " is not what its URL serves");
            }
        } catch (IOException e) {
            throw new DemoFailure("the file " + file + " cannot be read: " + e.getMessage(), e);
        }
        return bytes;
    }

    private List<String> places(JsonNode result) {
        String url = result.path("url").asText();
        return List.of("  " + file(url), "  " + catalog.absolute(url));
    }

    private Path file(String url) {
        String path = URI.create(url).getPath();
        return media.resolve(path.substring(path.indexOf(MEDIA) + MEDIA.length()));
    }
}
