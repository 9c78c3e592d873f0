package dev.vto.worker.adapter.out.generation.studio;

import static dev.vto.worker.fixture.PhotoReading.PHOTOS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vto.shared.job.FailureCode;
import dev.vto.shared.job.Garment;
import dev.vto.shared.job.View;
import dev.vto.worker.adapter.out.generation.studio.cutout.Cutouts;
import dev.vto.worker.adapter.out.generation.studio.cutout.DrawnGarment;
import dev.vto.worker.adapter.out.generation.studio.cutout.DrawnPerson;
import dev.vto.worker.application.port.TryOnGenerator.Picture;
import dev.vto.worker.application.port.TryOnGenerator.Request;
import dev.vto.worker.domain.GenerationFailed;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of the person in a photo of the user's. */
class StudioTryOnOfPhotoTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Color WALL = new Color(198, 206, 216);
    private static final DrawnPerson PERSON = DrawnPerson.STANDING;

    private final StudioTryOn tryOn = new StudioTryOn(Runnable::run, new Cutouts(0, PHOTOS));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(View.class)
    void dressesThePersonBeforeWhatIsBehind(View view) throws IOException {
        Picture picture = dressed(tryOn, request(view, person()));

        BufferedImage image = ImageIO.read(picture.file().toFile());
        double scale = (double) image.getHeight() / PERSON.height();
        Color chest = new Color(image.getRGB((int) (PERSON.x(0.03) * scale), (int) (PERSON.y(0.28) * scale)));
        assertThat(chest.getRed()).as("red of the tee").isGreaterThan(3 * chest.getGreen());
        assertThat(new Color(image.getRGB(20, 20)).getBlue()).as("the wall").isCloseTo(WALL.getBlue(), within(15));
        assertThat(List.of(picture.width(), picture.height())).containsExactly(1024, 1536);
    }

    @Test
    void makesTheSameAnewAndFromAKeptCutout() throws IOException {
        StudioTryOn keeping = new StudioTryOn(Runnable::run, new Cutouts(64 << 20, PHOTOS));
        Request request = request(View.FRONT, person());

        byte[] anew = Files.readAllBytes(dressed(tryOn, request).file());

        assertThat(Files.readAllBytes(dressed(keeping, request).file())).isEqualTo(anew);
        assertThat(Files.readAllBytes(dressed(keeping, request).file())).isEqualTo(anew);
    }

    @ParameterizedTest
    @CsvSource({"FRONT, from the front", "BACK, from behind"})
    void saysWhatThePhotoIsToShow(View view, String side) throws IOException {
        Path dress = written("dress", DrawnGarment.DRESS.transparent(Color.PINK));

        assertRefused(
                request(view, dress),
                "No person can be made out in the photo of the person: it is to show one who stands upright, seen "
                        + side
                        + ", whole from head to feet, with the arms beside the body, before a calm background.");
    }

    @Test
    void namesThePhotoOfThePersonThatIsDamaged() throws IOException {
        Path text = Files.writeString(folder.resolve("person.jpg"), "no photo");

        assertRefused(request(View.FRONT, text), "The photo of the person is not a JPEG, PNG or WebP image.");
    }

    @Test
    void givesItsNativeMemoryBack() throws IOException {
        Request request = request(View.FRONT, person());
        dressed(tryOn, request);
        long before = Pointer.totalBytes();

        dressed(tryOn, request);

        assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(before);
    }

    private Path person() throws IOException {
        return written("person", PERSON.photo(WALL));
    }

    private Request request(View view, Path person) throws IOException {
        Path tee = written("tee", DrawnGarment.TEE.transparent(Color.RED));
        return new Request(Map.of(Garment.UPPER, tee), view, null, person, 7, folder);
    }

    private Path written(String name, BufferedImage image) throws IOException {
        Path file = folder.resolve(name + ".png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static Picture dressed(StudioTryOn by, Request request) {
        return by.generate(request, fraction -> {}).await().atMost(LIMIT);
    }

    private void assertRefused(Request request, String sentence) {
        assertThatThrownBy(() -> dressed(tryOn, request))
                .asInstanceOf(InstanceOfAssertFactories.type(GenerationFailed.class))
                .satisfies(failed -> {
                    assertThat(failed.code()).isEqualTo(FailureCode.INVALID_INPUT);
                    assertThat(failed.sentence()).isEqualTo(sentence);
                });
    }
}
