package dev.vto.worker.adapter.out.generation.studio;

import static dev.vto.worker.fixture.PhotoReading.PHOTOS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.shared.job.FailureCode;
import dev.vto.shared.job.Garment;
import dev.vto.shared.job.View;
import dev.vto.worker.adapter.out.generation.studio.cutout.Cutouts;
import dev.vto.worker.adapter.out.generation.studio.cutout.DrawnGarment;
import dev.vto.worker.adapter.out.generation.studio.cutout.PhotoBackground;
import dev.vto.worker.application.port.TryOnGenerator.Picture;
import dev.vto.worker.application.port.TryOnGenerator.Request;
import dev.vto.worker.domain.GenerationFailed;
import io.smallrye.mutiny.subscription.Cancellable;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudioTryOnTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String PRESET = "standing-neutral";

    private final StudioTryOn tryOn = new StudioTryOn(Runnable::run, new Cutouts(0, PHOTOS));

    @TempDir
    Path folder;

    @Test
    void makesAJpegAndItsThumbnail() throws IOException {
        Path photo = written(DrawnGarment.TEE.photo(Color.RED, PhotoBackground.PLANKS), "jpg");

        Picture picture = generate(Map.of(Garment.UPPER, photo), 1);

        assertThat(picture.contentType()).isEqualTo("image/jpeg");
        assertThat(picture.file()).hasParentRaw(folder);
        assertThat(Files.readAllBytes(picture.file())).startsWith(0xFF, 0xD8);
        assertThat(Files.readAllBytes(picture.thumbnail())).startsWith(0xFF, 0xD8);
        assertThat(List.of(picture.width(), picture.height())).containsExactly(1024, 1536);
        assertThat(size(picture.file())).containsExactly(1024, 1536);
        assertThat(size(picture.thumbnail())).containsExactly(400, 600);
    }

    @Test
    void saysWhoMadeItAndThatNoModelDid() {
        assertThat(tryOn.provider()).isEqualTo("studio");
        assertThat(tryOn.model()).isNotBlank();
        assertThat(tryOn.aiGenerated()).isFalse();
    }

    @Test
    void reportsProgressThatOnlyRises() throws IOException {
        List<Double> progress = new ArrayList<>();

        tryOn.generate(request(outfit(), PRESET, 1), progress::add).await().atMost(LIMIT);

        assertThat(progress).hasSizeGreaterThanOrEqualTo(3).isSorted().doesNotHaveDuplicates();
        assertThat(progress).allMatch(fraction -> fraction > 0 && fraction <= 1);
    }

    @Test
    void makesTheSameOfTheSameAndAnotherOfAnotherSeed() throws IOException {
        Map<Garment, Path> tee = Map.of(Garment.UPPER, photo(DrawnGarment.TEE, Color.RED));

        byte[] first = Files.readAllBytes(generate(tee, 7).file());

        assertThat(Files.readAllBytes(generate(tee, 7).file())).isEqualTo(first);
        assertThat(Files.readAllBytes(generate(tee, 8).file())).isNotEqualTo(first);
    }

    @Test
    void namesThePresetsThatThereAre() throws IOException {
        for (String unknown : new String[] {"flying", null}) {
            assertRefused(
                    request(outfit(), unknown, 1),
                    "person.preset is one of standing-dark, standing-light, standing-neutral here, not " + unknown
                            + ".");
        }
    }

    @Test
    void namesThePhotoThatIsDamaged() throws IOException {
        Path text = Files.writeString(folder.resolve("trousers.jpg"), "no photo");

        assertRefused(
                request(Map.of(Garment.BOTTOM, text), PRESET, 1),
                "The photo for bottomFront is not a JPEG, PNG or WebP image.");
    }

    @Test
    void namesThePhotoThatShowsNoGarment() throws IOException {
        Path plain = written(new BufferedImage(300, 400, BufferedImage.TYPE_INT_RGB), "png");

        assertRefused(
                request(Map.of(Garment.OUTER, plain), PRESET, 1),
                "No garment can be told from the background of the photo for outerFront.");
    }

    @Test
    void stopsWhenNobodyWaitsAnyMore() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            CountDownLatch stopped = new CountDownLatch(1);
            CountDownLatch begun = new CountDownLatch(1);
            Cancellable waiting = new StudioTryOn(thread, new Cutouts(0, PHOTOS))
                    .generate(request(outfit(), PRESET, 1), fraction -> {
                        begun.countDown();
                        Awaitility.await().atMost(LIMIT).until(() -> stopped.getCount() == 0);
                    })
                    .subscribe()
                    .with(made -> {});
            assertThat(begun.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();

            waiting.cancel();
            stopped.countDown();

            thread.shutdown();
            assertThat(thread.awaitTermination(LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(folder).isDirectoryNotContaining("glob:**picture*");
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void givesItsNativeMemoryBack() throws IOException {
        Map<Garment, Path> tee = Map.of(Garment.UPPER, photo(DrawnGarment.TEE, Color.RED));
        generate(tee, 0);
        long before = Pointer.totalBytes();

        for (int seed = 0; seed < 3; seed++) {
            generate(tee, seed);
            assertThat(Pointer.totalBytes()).as("after picture " + seed).isLessThanOrEqualTo(before);
        }
    }

    private Map<Garment, Path> outfit() throws IOException {
        return Map.of(
                Garment.UPPER,
                photo(DrawnGarment.TEE, Color.RED),
                Garment.BOTTOM,
                photo(DrawnGarment.SKIRT, Color.BLUE));
    }

    /** Cut already, which saves the time that finding the outline takes. */
    private Path photo(DrawnGarment garment, Color color) throws IOException {
        return written(garment.transparent(color), "png");
    }

    private Path written(BufferedImage image, String format) throws IOException {
        Path file = Files.createTempFile(folder, "photo", "." + format);
        ImageIO.write(image, format, file.toFile());
        return file;
    }

    private Picture generate(Map<Garment, Path> garments, long seed) {
        return tryOn.generate(request(garments, PRESET, seed), fraction -> {})
                .await()
                .atMost(LIMIT);
    }

    private Request request(Map<Garment, Path> garments, @Nullable String preset, long seed) {
        return new Request(garments, View.FRONT, preset, null, seed, folder);
    }

    private void assertRefused(Request request, String sentence) {
        assertThatThrownBy(() -> tryOn.generate(request, fraction -> {}).await().atMost(LIMIT))
                .asInstanceOf(InstanceOfAssertFactories.type(GenerationFailed.class))
                .satisfies(failed -> {
                    assertThat(failed.code()).isEqualTo(FailureCode.INVALID_INPUT);
                    assertThat(failed.sentence()).isEqualTo(sentence);
                });
    }

    private static List<Integer> size(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        return List.of(image.getWidth(), image.getHeight());
    }
}
