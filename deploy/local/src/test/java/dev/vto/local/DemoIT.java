package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as its users run it. */
class DemoIT {

    private static final Pattern SIGNED_URL =
            Pattern.compile("http://127\\.0\\.0\\.1:\\d+/v1/media/\\S+\\?exp=\\d+&sig=\\S+");

    @TempDir
    Path folder;

    private Path home;
    private Path photos;

    @BeforeEach
    void drawPhotos() throws IOException {
        home = folder.resolve("home");
        photos = Files.createDirectory(folder.resolve("my photos"));
        for (String name : List.of("upperFront.jpg", "upperBack.jpeg", "bottomFront.jpg", "onepieceFront.jpg")) {
            Files.write(photos.resolve(name), TestPictures.jpeg(300, 400));
        }
        Files.write(photos.resolve("dress.jpg"), TestPictures.jpeg(30, 40));
    }

    @Test
    void showsWhereItsResultsAreAndStops() throws Exception {
        try (UpProcess up = demo(Map.of())) {
            int exit = up.awaitExit();

            assertThat(exit).as(up.output()).isZero();
            assertThat(up.output())
                    .contains("not used: dress.jpg")
                    .containsSubsequence("look one: uploading upperFront.jpg", "look two: uploading onepieceFront.jpg")
                    .containsSubsequence("starting PostgreSQL", "look one, pictures: done", "look two, letter: done")
                    .containsSubsequence("front picture, 64 x 96", "back picture, 64 x 96", "video,", "letter:", "  - ")
                    .contains("stopping worker-1", "stopping catalog-service");
            List<Path> named = up.output()
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith(home.toString()))
                    .map(Path::of)
                    .toList();
            assertThat(named).hasSize(5).allSatisfy(file -> assertThat(file).isNotEmptyFile());
            assertThat(SIGNED_URL.matcher(up.output()).results()).hasSize(5);
            assertThat(home.resolve("stack.json")).doesNotExist();
            assertThat(home.resolve("pids")).doesNotExist();
        }
    }

    @Test
    void dressesItsOwnSamples() throws Exception {
        try (UpProcess up = UpProcess.start(home, folder.resolve("up.log"), Map.of(), "--demo", "--ephemeral")) {
            assertThat(up.awaitExit()).as(up.output()).isZero();

            List<Path> files = up.output()
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith(home.toString()))
                    .map(Path::of)
                    .toList();
            assertThat(files)
                    .filteredOn(file -> file.toString().endsWith(".jpg"))
                    .hasSize(4)
                    .allSatisfy(file -> {
                        BufferedImage picture = ImageIO.read(file.toFile());
                        assertThat(picture.getWidth()).isEqualTo(1024);
                        assertThat(picture.getHeight()).isEqualTo(1536);
                    });
            assertThat(files)
                    .filteredOn(file -> file.toString().endsWith(".mp4"))
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(Film.decode(file)).isEqualTo(new Film("h264", 5, 120, 720, 1280)));
        }
    }

    @Test
    void failsWithTheReasonOfTheJob() throws Exception {
        Map<String, String> alwaysFailing = Map.of("VTO_SIMULATED_FAILURE_RATE", "1", "VTO_JOB_MAX_ATTEMPTS", "1");
        try (UpProcess up = demo(alwaysFailing, "--ephemeral")) {
            int exit = up.awaitExit();

            assertThat(exit).as(up.output()).isEqualTo(1);
            assertThat(up.output())
                    .contains("up: look one, pictures: the job ")
                    .contains("failed after attempt 1 of 1: The generation failed for a passing reason. (transient)")
                    .contains("stopping worker-1", "stopping catalog-service");
            assertThat(Files.list(home)).containsExactly(home.resolve("media"));
        }
    }

    private UpProcess demo(Map<String, String> settings, String... more) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("--demo", "--generator", "simulated", "--photos", photos.toString()));
        arguments.addAll(List.of(more));
        return UpProcess.start(home, folder.resolve("up.log"), settings, arguments.toArray(String[]::new));
    }
}
