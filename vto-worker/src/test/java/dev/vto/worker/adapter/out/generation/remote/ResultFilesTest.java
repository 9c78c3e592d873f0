package dev.vto.worker.adapter.out.generation.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.application.port.TryOnGenerator.Picture;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.fixture.Photos;
import io.smallrye.mutiny.Uni;
import java.awt.Color;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFilesTest {

    @TempDir
    Path folder;

    private final ResultFiles results = new ResultFiles(
            (file, authorization, into, bounds) -> Uni.createFrom().failure(new AssertionError(file)), Runnable::run);

    @Test
    void unpacksAPictureThatItsUrlHolds() throws IOException {
        byte[] jpeg = Files.readAllBytes(Photos.jpeg(folder, "made", Color.RED));

        Picture picture =
                picture("data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg));

        assertThat(picture.file()).hasBinaryContent(jpeg).hasExtension("jpg");
        assertThat(picture.width()).isEqualTo(320);
    }

    @ParameterizedTest
    @ValueSource(strings = {"data:image/png;base64,%2A", "data:image/png;base64,AAAA", "data:,hello", "data:image/png"})
    void saysThatAnUrlHoldsNoPicture(String url) {
        GenerationFailed failed = catchThrowableOfType(GenerationFailed.class, () -> picture(url));

        assertThat(failed.code()).isEqualTo(FailureCode.TRANSIENT);
        assertThat(failed.getMessage()).startsWith("the backend's result cannot be used");
    }

    private Picture picture(String url) {
        return results.picture(URI.create(url), folder).await().indefinitely();
    }
}
