package dev.vto.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLIP = "....ftypisom and more";
    private static final String VIDEO =
            """
            {"id": "7", "url": "/v1/media/owner/0.mp4?exp=1&sig=s", "thumbnailUrl": "/v1/media/owner/0.jpg?exp=1&sig=s",
             "bytes": %d, "seconds": 5.0, "width": 72, "height": 128}
            """
                    .formatted(CLIP.length());

    @TempDir
    Path media;

    private ScriptedCatalog catalog;
    private Results results;

    @BeforeEach
    void start() throws IOException {
        catalog = new ScriptedCatalog();
        results = new Results(new CatalogClient(catalog.url(), "demo@example.com"), media);
        Files.createDirectory(media.resolve("owner"));
    }

    @AfterEach
    void stop() {
        catalog.close();
    }

    @Test
    void missNoPictureThatWasAskedFor() {
        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> results.images(job("imageIds", List.of("1")), 2))
                .withMessage("job 42 has 1 imageIds, and not 2");
    }

    @Test
    void needAUrl() {
        catalog.answers(200, VIDEO.replace("\"url\"", "\"link\""));

        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> results.video(job("videoIds", List.of("7"))))
                .withMessage("7 has no url");
    }

    @Test
    void mustLieInTheMediaFolder() {
        catalog.answers(200, VIDEO).answers(200, CLIP);

        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> results.video(job("videoIds", List.of("7"))))
                .withMessageContaining("the file " + media.resolve("owner/0.mp4") + " cannot be read");
    }

    @Test
    void mustBeWhatTheirUrlsServe() throws IOException {
        Files.writeString(media.resolve("owner/0.mp4"), "something else");
        catalog.answers(200, VIDEO).answers(200, CLIP);

        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> results.video(job("videoIds", List.of("7"))))
                .withMessage(media.resolve("owner/0.mp4") + " is not what its URL serves");
    }

    @Test
    void needAThumbnailThatIsAPicture() throws IOException {
        Files.writeString(media.resolve("owner/0.mp4"), CLIP);
        Files.writeString(media.resolve("owner/0.jpg"), "no picture");
        catalog.answers(200, VIDEO).answers(200, CLIP).answers(200, "no picture");

        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> results.video(job("videoIds", List.of("7"))))
                .withMessage("the thumbnail of 7 is no picture");
    }

    @Test
    void showTheWholeLetter() throws InterruptedException {
        catalog.answers(
                200,
                """
                {"id": "7", "headline": "Linen, again", "summary": "A dress.", "bulletPoints": ["a", "b", "c", "d"]}
                """);

        assertThat(results.letter(JSON.valueToTree(Map.of("letterId", "7"))))
                .containsExactly("letter: Linen, again", "  A dress.", "  - a", "  - b", "  - c", "  - d");
    }

    private static JsonNode job(String field, List<String> ids) {
        return JSON.valueToTree(Map.of("id", "42", field, ids));
    }
}
