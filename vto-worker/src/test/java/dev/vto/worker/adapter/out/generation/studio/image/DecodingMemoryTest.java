package dev.vto.worker.adapter.out.generation.studio.image;

import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.chunk;
import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.encoded;
import static dev.vto.worker.adapter.out.generation.studio.image.EncodedPhotos.writeWebp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.management.ThreadMXBean;
import dev.vto.shared.job.FailureCode;
import dev.vto.worker.domain.GenerationFailed;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.DeflaterOutputStream;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What photos of 50 megapixels take of memory, and who waits for whom. */
class DecodingMemoryTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long MEGABYTE = 1024 * 1024;
    /** As cameras of 50 megapixels make them: a few more than 50 million. */
    private static final int WIDTH = 8192;

    private static final int HEIGHT = 6144;

    private static final String WHAT = "photo for upperFront";

    @TempDir
    Path folder;

    @Test
    void readsAJpegOfFiftyMegapixelsInAFractionOfItsSize() throws IOException {
        assertReadWithin(110 * MEGABYTE, Files.write(folder.resolve("photo"), jpegOfFiftyMegapixels()));
    }

    @Test
    void readsAPngOfFiftyMegapixelsInAFractionOfItsSize() throws IOException {
        assertReadWithin(220 * MEGABYTE, Files.write(folder.resolve("photo"), pngOfFiftyMegapixels()));
    }

    @Test
    void readsAWebpOfFiftyMegapixelsWithinItsBound() throws IOException {
        Path file = folder.resolve("photo.webp");
        writeWebp(file, WIDTH, HEIGHT, Color.GRAY, false);

        assertReadWithin(512 * MEGABYTE, file);
    }

    @Test
    void refusesWhatTakesMoreThanThereIs() throws IOException {
        Path file = Files.write(folder.resolve("photo"), pngOfFiftyMegapixels());

        assertThatThrownBy(() -> new PhotoReader(new DecodingMemory(64 * MEGABYTE)).read(file, WHAT))
                .isInstanceOfSatisfying(GenerationFailed.class, failed -> {
                    assertThat(failed.code()).isEqualTo(FailureCode.INVALID_INPUT);
                    assertThat(failed.sentence())
                            .isEqualTo("The photo for upperFront takes up to 120 MB of memory to read, and photos have"
                                    + " 64 MB here (VTO_STUDIO_PHOTO_MEMORY).");
                });
    }

    @Test
    void refusesMorePixelsThanAnUploadMayHave() throws IOException {
        Path file = Files.write(folder.resolve("photo"), png(WIDTH, 6500, new byte[0]));

        assertThatThrownBy(() -> new PhotoReader(new DecodingMemory(640 * MEGABYTE)).read(file, WHAT))
                .isInstanceOfSatisfying(GenerationFailed.class, failed -> assertThat(failed.sentence())
                        .isEqualTo("The photo for upperFront has more than 50 megapixels."));
    }

    @Test
    void letsAPhotoWaitForTheMemoryOfAnother() {
        DecodingMemory memory = new DecodingMemory(10 * MEGABYTE);
        AtomicBoolean begun = new AtomicBoolean();
        DecodingMemory.Held first = memory.hold(6 * MEGABYTE, WHAT);
        Thread second = new Thread(() -> {
            memory.hold(5 * MEGABYTE, WHAT).close();
            begun.set(true);
        });
        second.start();
        await().atMost(LIMIT).until(() -> second.getState() == Thread.State.WAITING);
        assertThat(begun).isFalse();

        first.close();

        await().atMost(LIMIT).untilTrue(begun);
        memory.hold(10 * MEGABYTE, WHAT).close();
    }

    @Test
    void givesMemoryBackOfAPhotoThatIsDamaged() throws IOException {
        DecodingMemory memory = new DecodingMemory(MEGABYTE);
        byte[] whole = encoded("png", new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB));
        Path file = Files.write(folder.resolve("photo"), Arrays.copyOf(whole, whole.length / 2));

        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> new PhotoReader(memory).read(file, WHAT)).isInstanceOf(GenerationFailed.class);
        }

        memory.hold(MEGABYTE, WHAT).close();
    }

    /** What the heap is asked for and what the process grows by, which counts what stays on the heap twice. */
    private void assertReadWithin(long bytes, Path file) throws IOException {
        PhotoReader reader = new PhotoReader(new DecodingMemory(640 * MEGABYTE));
        ThreadMXBean heap = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        reader.read(
                Files.write(
                        folder.resolve("small"), encoded("png", new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB))),
                WHAT); // loads what would count too
        long allocated = heap.getCurrentThreadAllocatedBytes();
        Mat photo;
        try (Watch process = new Watch()) {
            photo = reader.read(file, WHAT);
            assertThat(heap.getCurrentThreadAllocatedBytes() - allocated + process.growth())
                    .isLessThan(bytes);
        }
        assertThat(photo.cols()).isEqualTo(1600);
        assertThat(photo.rows()).isEqualTo(1200);
    }

    /** Looks at the memory of the process again and again. */
    private static final class Watch implements AutoCloseable {

        private final long before = Pointer.physicalBytes();
        private final AtomicLong most = new AtomicLong(before);
        private final AtomicBoolean over = new AtomicBoolean();
        private final Thread thread = new Thread(() -> {
            while (!over.get()) {
                most.accumulateAndGet(Pointer.physicalBytes(), Math::max);
                Thread.onSpinWait();
            }
        });

        Watch() {
            thread.start();
        }

        long growth() {
            return most.get() - before;
        }

        @Override
        public void close() {
            over.set(true);
        }
    }

    private static byte[] jpegOfFiftyMegapixels() throws IOException {
        return encoded("jpg", new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY));
    }

    private static byte[] pngOfFiftyMegapixels() throws IOException {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream rows = new DeflaterOutputStream(deflated)) {
            byte[] row = new byte[1 + 3 * WIDTH];
            for (int y = 0; y < HEIGHT; y++) {
                rows.write(row);
            }
        }
        return png(WIDTH, HEIGHT, deflated.toByteArray());
    }

    private static byte[] png(int width, int height, byte[] data) {
        byte depth = 8;
        byte rgb = 2;
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(depth)
                .put(rgb)
                .array();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        png.writeBytes(chunk("IHDR", header));
        png.writeBytes(chunk("IDAT", data));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }
}
