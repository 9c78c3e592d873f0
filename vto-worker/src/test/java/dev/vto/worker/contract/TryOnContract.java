package dev.vto.worker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.job.Garment;
import dev.vto.shared.job.View;
import dev.vto.worker.adapter.out.generation.Backend;
import dev.vto.worker.application.port.Call;
import dev.vto.worker.application.port.TryOnGenerator;
import dev.vto.worker.fixture.Photos;
import io.smallrye.mutiny.Uni;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every adapter for try-on has in common. */
public abstract class TryOnContract extends RemoteContract<TryOnGenerator, TryOnGenerator.Picture> {

    private static final Color PERSON = new Color(20, 160, 60);
    private static final Color GARMENT = new Color(200, 30, 40);

    @ParameterizedTest
    @EnumSource
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void dressesAPersonInEachGarment(Garment garment) {
        TryOnGenerator generator = generator(Map.of());

        TryOnGenerator.Picture picture =
                generator.generate(request(garment), fraction -> {}).await().indefinitely();

        BufferedImage image = read(picture);
        assertThat(near(image, 5, 5, PERSON)).as("the person is at the edge").isTrue();
        int middle = garment == Garment.BOTTOM ? image.getHeight() * 3 / 4 : image.getHeight() * 2 / 5;
        assertThat(near(image, image.getWidth() / 2, middle, GARMENT))
                .as("the garment is where it is worn")
                .isTrue();
    }

    @Override
    TryOnGenerator generator(Backend backend) {
        return backend.tryOn().orElseThrow().get();
    }

    @Override
    Uni<TryOnGenerator.Picture> generate(TryOnGenerator generator, Call call) {
        return generator.generate(request(Garment.UPPER), call);
    }

    @Override
    void assertMade(TryOnGenerator.Picture picture) {
        assertThat(picture.file()).isRegularFile().hasParent(folder);
        assertThat(picture.thumbnail()).isRegularFile().hasParent(folder).hasExtension("jpg");
        BufferedImage image = read(picture);
        assertThat(picture.width()).isEqualTo(image.getWidth());
        assertThat(picture.height()).isEqualTo(image.getHeight());
        assertThat(picture.contentType()).isIn("image/png", "image/jpeg");
    }

    private TryOnGenerator.Request request(Garment garment) {
        return new TryOnGenerator.Request(
                Map.of(garment, Photos.jpeg(folder, "garment", GARMENT)),
                View.FRONT,
                null,
                Photos.jpeg(folder, "person", PERSON),
                -42,
                folder);
    }

    private static BufferedImage read(TryOnGenerator.Picture picture) {
        try {
            return ImageIO.read(picture.file().toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean near(BufferedImage image, int x, int y, Color color) {
        Color there = new Color(image.getRGB(x, y));
        return Math.abs(there.getRed() - color.getRed()) < 20
                && Math.abs(there.getGreen() - color.getGreen()) < 20
                && Math.abs(there.getBlue() - color.getBlue()) < 20;
    }
}
