package dev.vto.worker.adapter.out.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.ashampoo.kim.format.jpeg.JpegRewriter;
import com.ashampoo.kim.input.ByteArrayByteReader;
import com.ashampoo.kim.output.ByteArrayByteWriter;
import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.xmp.XmpDirectory;
import dev.vto.worker.domain.DigitalSource;
import dev.vto.worker.domain.Made;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels are read back by libraries that had no part in writing them. */
class XmpLabelsTest {

    private static final String VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/";
    private static final Made.Origin MODEL = new Made.Origin("fashn", "tryon-v1.6", true);
    private static final Made.Origin STUDIO = new Made.Origin("studio", "studio-preview-1", false);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png"})
    void labelsAPictureAndLeavesItsPixels(String format) throws Exception {
        Path file = picture(format);
        int[] pixels = pixels(file);

        label(file, DigitalSource.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA, MODEL);

        assertThat(properties(file))
                .containsOnly(
                        entry("Iptc4xmpExt:DigitalSourceType", VOCABULARY + "compositeWithTrainedAlgorithmicMedia"),
                        entry("Iptc4xmpExt:AISystemUsed", "fashn tryon-v1.6"),
                        entry("xmp:CreatorTool", "fashn tryon-v1.6"));
        assertThat(pixels(file)).isEqualTo(pixels);
    }

    @ParameterizedTest
    @EnumSource
    void namesTheTermOfEachSource(DigitalSource source) throws Exception {
        Path file = picture("png");

        label(file, source, STUDIO);

        Map<String, String> properties = properties(file);
        assertThat(properties).containsEntry("Iptc4xmpExt:DigitalSourceType", VOCABULARY + source.term());
        assertThat(properties.containsKey("Iptc4xmpExt:AISystemUsed")).isEqualTo(source.isGenerative());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png"})
    void replacesAnEarlierLabel(String format) throws Exception {
        Path once = picture(format);
        Path twice = picture(format);

        label(once, DigitalSource.COMPOSITE, STUDIO);
        label(twice, DigitalSource.COMPOSITE, new Made.Origin("other", "other-1", false));
        label(twice, DigitalSource.COMPOSITE, STUDIO);

        assertThat(twice).hasSameBinaryContentAs(once);
    }

    @Test
    void keepsWhatElseIsSaidOfAPicture() throws Exception {
        Path file = picture("jpg");
        describe(
                file,
                """
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
                  photoshop:Credit="The model's maker"/></rdf:RDF></x:xmpmeta>
                """);

        label(file, DigitalSource.TRAINED_ALGORITHMIC_MEDIA, MODEL);

        assertThat(properties(file))
                .containsEntry("photoshop:Credit", "The model's maker")
                .containsKey("Iptc4xmpExt:DigitalSourceType");
    }

    @Test
    void overwritesAPacketThatIsNoXmp() throws Exception {
        Path file = picture("jpg");
        describe(file, "<broken");

        label(file, DigitalSource.COMPOSITE, STUDIO);

        assertThat(properties(file)).containsOnlyKeys("Iptc4xmpExt:DigitalSourceType", "xmp:CreatorTool");
    }

    @Test
    void doesNotGoOnWithAPacketTooLongForOneSegment() {
        String credit = "x".repeat(70_000);
        Packet tooLong = Packet.of(
                """
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
                  photoshop:Credit="%s"/></rdf:RDF></x:xmpmeta>
                """
                        .formatted(credit));

        assertThat(tooLong.labelled(DigitalSource.COMPOSITE, STUDIO).toString()).hasSizeLessThan(5_000);
    }

    @Test
    void labelsAVideoBehindAllThatItHas() throws Exception {
        Path file = clip();
        byte[] before = Files.readAllBytes(file);

        label(file, DigitalSource.COMPOSITE_SYNTHETIC, MODEL);

        assertThat(Arrays.copyOf(Files.readAllBytes(file), before.length)).isEqualTo(before);
        try (FFmpegFrameGrabber film = new FFmpegFrameGrabber(file.toFile())) {
            film.setOption("export_xmp", "1");
            film.start();
            assertThat(film.getMetadata("xmp")).contains(VOCABULARY + "compositeSynthetic", "fashn tryon-v1.6");
            assertThat(film.grabImage()).isNotNull();
        }
    }

    @Test
    void replacesAnEarlierLabelOfAVideo() throws Exception {
        Path file = clip();

        label(file, DigitalSource.TRAINED_ALGORITHMIC_MEDIA, MODEL);
        label(file, DigitalSource.COMPOSITE, STUDIO);

        try (Mp4Boxes boxes = new Mp4Boxes(file)) {
            assertThat(new String(boxes.packet().orElseThrow()))
                    .contains("digitalsourcetype/composite\"", "studio-preview-1")
                    .doesNotContain("digitalsourcetype/trainedAlgorithmicMedia");
        }
    }

    @Test
    void labelsAVideoWhoseLastBoxHasNoSize() throws Exception {
        Path file = folder.resolve("endless.mp4");
        Files.write(
                file,
                ByteBuffer.allocate(36)
                        .put(box(16, "ftyp"))
                        .position(16)
                        .put(box(0, "mdat"))
                        .array());

        label(file, DigitalSource.COMPOSITE, STUDIO);

        try (Mp4Boxes boxes = new Mp4Boxes(file)) {
            assertThat(boxes.packet()).isPresent();
        }
    }

    @Test
    void refusesAFileThatIsNone() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jpg"), "no picture");
        Path cut = Files.write(folder.resolve("cut.mp4"), box(1000, "ftyp"));

        assertThatThrownBy(() -> label(text, DigitalSource.COMPOSITE, STUDIO))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("text.jpg is no JPEG, PNG or MP4 file");
        assertThatThrownBy(() -> label(cut, DigitalSource.COMPOSITE, STUDIO))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("box of 1000 bytes at 0");
    }

    private static void label(Path file, DigitalSource source, Made.Origin origin) {
        new XmpLabels(Runnable::run).label(file, source, origin).await().atMost(Duration.ofSeconds(10));
    }

    private static Map<String, String> properties(Path file) throws Exception {
        return ImageMetadataReader.readMetadata(file.toFile()).getDirectoriesOfType(XmpDirectory.class).stream()
                .flatMap(directory -> directory.getXmpProperties().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Path picture(String format) throws IOException {
        BufferedImage image = new BufferedImage(64, 96, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillOval(0, 0, 64, 96);
        pen.dispose();
        Path file = Files.createTempFile(folder, "picture", "." + format);
        ImageIO.write(image, format, file.toFile());
        return file;
    }

    private static int[] pixels(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static void describe(Path jpeg, String packet) throws IOException {
        ByteArrayByteWriter described = new ByteArrayByteWriter();
        JpegRewriter.updateXmpXml(new ByteArrayByteReader(Files.readAllBytes(jpeg)), described, packet);
        Files.write(jpeg, described.toByteArray());
    }

    private Path clip() throws IOException {
        Path file = folder.resolve("clip.mp4");
        try (var clip = Objects.requireNonNull(XmpLabelsTest.class.getResourceAsStream("/simulated/clip.mp4"))) {
            Files.copy(clip, file);
        }
        return file;
    }

    private static byte[] box(int size, String type) {
        return ByteBuffer.allocate(16).putInt(size).put(type.getBytes()).array();
    }
}
