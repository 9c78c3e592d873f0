package dev.vto.worker.adapter.out.generation.studio;

import static dev.vto.worker.fixture.PhotoReading.PHOTOS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.shared.job.FailureCode;
import dev.vto.shared.job.LetterSpec.Tone;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.worker.adapter.out.generation.studio.cutout.Cutouts;
import dev.vto.worker.adapter.out.generation.studio.cutout.DrawnGarment;
import dev.vto.worker.adapter.out.generation.studio.letter.ColorName;
import dev.vto.worker.application.port.Copywriter;
import dev.vto.worker.application.port.Copywriter.Copy;
import dev.vto.worker.application.port.Copywriter.Request;
import dev.vto.worker.contract.CopywriterContract;
import dev.vto.worker.domain.GenerationFailed;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class StudioCopywriterTest extends CopywriterContract {

    private final StudioCopywriter copywriter = new StudioCopywriter(Runnable::run, new Cutouts(0, PHOTOS));

    @Override
    protected Copywriter copywriter() {
        return copywriter;
    }

    @Override
    protected Path aPhoto() throws IOException {
        return photo(DrawnGarment.TEE, ColorName.RED);
    }

    @Test
    void namesTheColorsOfThePhotos() throws IOException {
        Map<PhotoSlot, Path> outfit = Map.of(
                PhotoSlot.UPPER_FRONT, photo(DrawnGarment.TEE, ColorName.RED),
                PhotoSlot.BOTTOM_FRONT, photo(DrawnGarment.SKIRT, ColorName.NAVY));

        Copy copy = write("Spring", List.of(outfit), "en");

        assertThat(copy.summary()).contains("a red top with navy bottoms");
        assertThat(copy.bulletPoints())
                .anyMatch(point -> point.matches("(?i).*a red top.*"))
                .anyMatch(point -> point.matches("(?i).*navy bottoms.*"))
                .anyMatch(point -> point.contains("front"));
    }

    @Test
    void writesKorean() throws IOException {
        Map<PhotoSlot, Path> outfit = Map.of(PhotoSlot.ONEPIECE_FRONT, photo(DrawnGarment.DRESS, ColorName.GREEN));

        Copy copy = write("봄", List.of(outfit), "ko");

        assertThat(copy.headline()).contains("봄");
        assertThat(copy.summary()).contains("그린 원피스");
    }

    @Test
    void readsAGarmentThatWasPhotographedFromBehindOnly() throws IOException {
        Map<PhotoSlot, Path> outfit = Map.of(PhotoSlot.OUTER_BACK, photo(DrawnGarment.JACKET, ColorName.BLACK));

        Copy copy = write("Spring", List.of(outfit), "en");

        assertThat(copy.summary()).contains("a black outer layer");
        assertThat(copy.bulletPoints()).noneMatch(point -> point.contains("front"));
    }

    @Test
    void promisesBothSidesWhereEveryPieceShowsThem() throws IOException {
        Path tee = photo(DrawnGarment.TEE, ColorName.RED);
        Path skirt = photo(DrawnGarment.SKIRT, ColorName.NAVY);

        Copy both = write("Spring", List.of(Map.of(PhotoSlot.UPPER_FRONT, tee, PhotoSlot.UPPER_BACK, tee)), "en");
        Copy mixed = write(
                "Spring",
                List.of(Map.of(PhotoSlot.UPPER_FRONT, tee, PhotoSlot.UPPER_BACK, tee, PhotoSlot.BOTTOM_FRONT, skirt)),
                "en");

        assertThat(both.bulletPoints()).anyMatch(point -> point.contains("behind"));
        assertThat(mixed.bulletPoints()).noneMatch(point -> point.contains("behind"));
    }

    @Test
    void writesOfManyProducts() throws IOException {
        Path tee = photo(DrawnGarment.TEE, ColorName.RED);
        Path skirt = photo(DrawnGarment.SKIRT, ColorName.NAVY);
        List<Double> progress = new ArrayList<>();
        Request request = new Request(
                "A name far too long for any headline, with 🌸 flowers in it",
                List.of(Map.of(PhotoSlot.UPPER_FRONT, tee), Map.of(PhotoSlot.BOTTOM_FRONT, skirt)),
                Tone.FORMAL,
                "en",
                0);

        Copy copy = copywriter.write(request, progress::add).await().atMost(LIMIT);

        assertThat(copy.summary()).contains("two looks").contains("red and navy");
        assertThat(copy.headline()).contains("A name far too long for any…");
        assertThat(progress).containsExactly(0.5, 1.0);
    }

    @Test
    void namesThePhotoThatIsDamaged() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jpg"), "no photo");

        assertThatThrownBy(() -> write("Spring", List.of(Map.of(PhotoSlot.UPPER_BACK, text)), "en"))
                .isInstanceOfSatisfying(GenerationFailed.class, failed -> {
                    assertThat(failed.code()).isEqualTo(FailureCode.INVALID_INPUT);
                    assertThat(failed.sentence())
                            .isEqualTo("The photo for upperBack is not a JPEG, PNG or WebP image.");
                });
    }

    private Copy write(String project, List<Map<PhotoSlot, Path>> outfits, String language) {
        return copywriter
                .write(new Request(project, outfits, Tone.FRIENDLY, language, 0), fraction -> {})
                .await()
                .atMost(LIMIT);
    }

    private Path photo(DrawnGarment garment, ColorName color) throws IOException {
        Path file = folder.resolve(garment + ".png");
        ImageIO.write(garment.transparent(new Color(color.rgb())), "png", file.toFile());
        return file;
    }
}
