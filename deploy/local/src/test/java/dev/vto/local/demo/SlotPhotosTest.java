package dev.vto.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vto.shared.job.PhotoSlot;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotPhotosTest {

    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void takesFilesThatAreNamedBySlot() throws IOException {
        files("upperFront.jpg", "bottomBack.png", "onepieceFront.webp", "outerBack.jpeg", "outerFront.JPG");

        Map<PhotoSlot, Photo> photos = SlotPhotos.in(folder, warnings::add);

        assertThat(photos)
                .containsOnlyKeys(
                        PhotoSlot.UPPER_FRONT,
                        PhotoSlot.BOTTOM_BACK,
                        PhotoSlot.ONEPIECE_FRONT,
                        PhotoSlot.OUTER_FRONT,
                        PhotoSlot.OUTER_BACK);
        assertThat(photos.get(PhotoSlot.BOTTOM_BACK).bytes()).asString().isEqualTo("bottomBack.png");
        assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"shirt.jpg", "upperfront.png", "UPPERFRONT.jpg", "upperFront.gif", "upperSide.webp", ".png"})
    void warnsOfPicturesThatItCannotPlace(String name) throws IOException {
        files("upperFront.jpg", name);

        assertThat(SlotPhotos.in(folder, warnings::add)).containsOnlyKeys(PhotoSlot.UPPER_FRONT);
        assertThat(warnings).singleElement().asString().contains("not used: " + name, "upperBack", ".webp");
    }

    @Test
    void passesOverWhatIsNoPicture() throws IOException {
        files("upperFront.jpg", "notes.txt", ".DS_Store", "upperBack", "jpg");
        Files.createDirectory(folder.resolve("bottomFront.jpg"));

        assertThat(SlotPhotos.in(folder, warnings::add)).containsOnlyKeys(PhotoSlot.UPPER_FRONT);
        assertThat(warnings).isEmpty();
    }

    @Test
    void takesNoSecondPhotoForASlot() throws IOException {
        files("upperFront.jpg", "upperFront.png");

        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> SlotPhotos.in(folder, warnings::add))
                .withMessage("there are two photos for upperFront: upperFront.jpg and upperFront.png");
    }

    @Test
    void needsAFront() throws IOException {
        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> SlotPhotos.in(folder, warnings::add))
                .withMessageContainingAll("no photo of a front", folder.toString());

        files("upperBack.jpg");

        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> SlotPhotos.in(folder, warnings::add))
                .withMessageContaining("no photo of a front");
    }

    @Test
    void needsAFolder() throws IOException {
        files("upperFront.jpg");
        Path file = folder.resolve("upperFront.jpg");

        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> SlotPhotos.in(file, warnings::add))
                .withMessage("there is no folder " + file);
    }

    @Test
    void saysWhichPhotoCannotBeRead() throws IOException {
        files("upperFront.jpg");
        Photo photo = SlotPhotos.in(folder, warnings::add).get(PhotoSlot.UPPER_FRONT);
        Files.delete(folder.resolve("upperFront.jpg"));

        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(photo::bytes)
                .withMessageContaining("upperFront.jpg cannot be read");
    }

    @Test
    void findsAllThatAreShipped() throws IOException {
        Path samples = Files.createDirectory(folder.resolve("samples"));
        for (PhotoSlot slot : PhotoSlot.values()) {
            Files.writeString(samples.resolve(slot.wireName() + ".jpg"), slot.wireName());
        }
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            assertThat(SlotPhotos.shipped(loader)).containsOnlyKeys(PhotoSlot.values());

            Files.delete(samples.resolve("outerBack.jpg"));

            assertThatExceptionOfType(DemoFailure.class)
                    .isThrownBy(() -> SlotPhotos.shipped(loader))
                    .withMessageContaining("outerBack.jpg is missing");
        }
    }

    private void files(String... names) throws IOException {
        for (String name : names) {
            Files.writeString(folder.resolve(name), name);
        }
    }
}
