package dev.vto.worker.adapter.out.generation.studio;

import static dev.vto.worker.fixture.PhotoReading.PHOTOS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.vto.shared.job.Aspect;
import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.studio.film.Film;
import dev.vto.worker.application.port.VideoGenerator.Clip;
import dev.vto.worker.application.port.VideoGenerator.Request;
import dev.vto.worker.domain.GenerationFailed;
import io.smallrye.mutiny.subscription.Cancellable;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudioVideoTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final StudioVideo video = new StudioVideo(Runnable::run, PHOTOS);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Aspect.class)
    void makesH264InTheAskedShape(Aspect aspect) throws IOException {
        Clip clip = generate(pictures(Color.RED, Color.BLUE), 1, aspect);

        assertThat(clip.contentType()).isEqualTo("video/mp4");
        assertThat(clip.seconds()).isEqualTo(1);
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(clip.file().toFile())) {
            grabber.start();
            assertThat(grabber.getVideoCodec()).isEqualTo(avcodec.AV_CODEC_ID_H264);
            assertThat(grabber.getFrameRate()).isEqualTo(24);
            assertThat(grabber.getLengthInTime()).isEqualTo(TimeUnit.SECONDS.toMicros(1));
            assertThat(List.of(grabber.getImageWidth(), grabber.getImageHeight()))
                    .containsExactly(aspect.width(), aspect.height())
                    .containsExactly(clip.width(), clip.height());
        }
        BufferedImage poster = ImageIO.read(clip.poster().toFile());
        assertThat(Files.readAllBytes(clip.poster())).startsWith(0xFF, 0xD8);
        assertThat(List.of(poster.getWidth(), poster.getHeight())).containsExactly(aspect.width(), aspect.height());
        assertResembles(poster, Color.RED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void lastsAsLongAsAsked(int seconds) throws IOException {
        Clip clip = generate(pictures(Color.RED), seconds, Aspect.SQUARE);

        assertThat(Film.frames(clip)).hasSize(24 * seconds);
    }

    @Test
    void goesFromTheFirstPictureToTheLast() throws IOException {
        List<BufferedImage> frames =
                Film.frames(generate(pictures(Color.RED, Color.GREEN, Color.BLUE), 3, Aspect.SQUARE));

        assertResembles(frames.get(0), Color.RED);
        assertResembles(frames.get(30), Color.GREEN);
        assertResembles(frames.get(frames.size() - 1), Color.BLUE);
    }

    @Test
    void dissolvesOnePictureIntoTheNext() throws IOException {
        List<BufferedImage> frames = Film.frames(generate(pictures(Color.RED, Color.BLUE), 2, Aspect.SQUARE));

        Color between = Film.middle(frames.get(17));
        assertThat(between.getRed()).isBetween(60, 200);
        assertThat(between.getBlue()).isBetween(60, 200);
    }

    @Test
    void showsEachOfTenPictures() throws IOException {
        Color[] colors = new Color[10];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = new Color(20 + 23 * i, 120, 120);
        }

        List<BufferedImage> frames = Film.frames(generate(pictures(colors), 5, Aspect.SQUARE));

        for (int i = 0; i < colors.length; i++) {
            assertResembles(frames.get(12 * i), colors[i]);
        }
    }

    @Test
    void movesTowardsThePicture() throws IOException {
        Path cross = picture("cross", Color.WHITE, Color.BLACK);

        List<BufferedImage> frames = Film.frames(generate(List.of(cross), 1, Aspect.SQUARE));

        assertThat(Film.darkPixels(frames.get(23))).isGreaterThan(Film.darkPixels(frames.get(0)) * 21 / 20);
    }

    @Test
    void putsTheIndexFirst() throws IOException {
        byte[] file = Files.readAllBytes(
                generate(pictures(Color.RED), 1, Aspect.SQUARE).file());
        String text = new String(file, StandardCharsets.ISO_8859_1);

        assertThat(text.indexOf("moov")).isPositive().isLessThan(text.indexOf("mdat"));
    }

    @Test
    void makesTheSameOfTheSame() throws IOException {
        List<Path> pictures = pictures(Color.RED, Color.BLUE);

        assertThat(Files.readAllBytes(generate(pictures, 1, Aspect.SQUARE).file()))
                .isEqualTo(
                        Files.readAllBytes(generate(pictures, 1, Aspect.SQUARE).file()));
    }

    @Test
    void reportsProgressThatOnlyRises() throws IOException {
        List<Double> progress = new ArrayList<>();

        video.generate(request(pictures(Color.RED), 1, Aspect.SQUARE), progress::add)
                .await()
                .atMost(LIMIT);

        assertThat(progress).hasSizeGreaterThan(10).isSorted().doesNotHaveDuplicates();
        assertThat(progress).allMatch(fraction -> fraction > 0 && fraction <= 1);
    }

    @Test
    void namesTheImageThatIsDamaged() throws IOException {
        List<Path> images =
                List.of(pictures(Color.RED).get(0), Files.writeString(folder.resolve("second.jpg"), "no picture"));

        assertThatThrownBy(() -> generate(images, 1, Aspect.SQUARE))
                .isInstanceOfSatisfying(GenerationFailed.class, failed -> {
                    assertThat(failed.code()).isEqualTo(FailureCode.INVALID_INPUT);
                    assertThat(failed.sentence()).isEqualTo("The image number 2 is not a JPEG, PNG or WebP image.");
                });
    }

    @Test
    void stopsWhenNobodyWaitsAnyMore() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            CountDownLatch begun = new CountDownLatch(1);
            List<Double> progress = new ArrayList<>();
            Cancellable waiting = new StudioVideo(thread, PHOTOS)
                    .generate(request(pictures(Color.RED), 10, Aspect.PORTRAIT), fraction -> {
                        progress.add(fraction);
                        begun.countDown();
                    })
                    .subscribe()
                    .with(made -> {});
            assertThat(begun.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();

            waiting.cancel();

            thread.shutdown();
            await().atMost(LIMIT).until(thread::isTerminated);
            assertThat(progress).allMatch(fraction -> fraction < 0.9);
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void givesItsNativeMemoryBack() throws IOException {
        Color[] colors = new Color[20];
        Arrays.fill(colors, Color.RED);
        List<Path> pictures = pictures(colors);
        long before = Pointer.totalBytes();

        generate(pictures, 1, Aspect.SQUARE);

        assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(before);
    }

    private Clip generate(List<Path> images, int seconds, Aspect aspect) {
        return video.generate(request(images, seconds, aspect), fraction -> {})
                .await()
                .atMost(LIMIT);
    }

    private Request request(List<Path> images, int seconds, Aspect aspect) {
        return new Request(images, seconds, aspect, 1, folder);
    }

    private List<Path> pictures(Color... colors) throws IOException {
        List<Path> pictures = new ArrayList<>();
        for (Color color : colors) {
            pictures.add(picture("picture" + pictures.size(), color, color));
        }
        return pictures;
    }

    private Path picture(String name, Color color, Color square) throws IOException {
        BufferedImage image = new BufferedImage(400, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(color);
        pen.fillRect(0, 0, 400, 600);
        pen.setColor(square);
        pen.fillRect(150, 250, 100, 100);
        pen.dispose();
        Path file = folder.resolve(name + ".png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static void assertResembles(BufferedImage frame, Color color) {
        Color middle = Film.middle(frame);
        assertThat(middle.getRed()).isCloseTo(color.getRed(), within(16));
        assertThat(middle.getGreen()).isCloseTo(color.getGreen(), within(16));
        assertThat(middle.getBlue()).isCloseTo(color.getBlue(), within(16));
    }
}
