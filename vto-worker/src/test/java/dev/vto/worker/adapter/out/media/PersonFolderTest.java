package dev.vto.worker.adapter.out.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.shared.job.FailureCode;
import dev.vto.shared.job.View;
import dev.vto.worker.domain.GenerationFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonFolderTest {

    @TempDir
    Path folder;

    @Test
    void findsThePhotoOfAPresetFromItsSide() throws IOException {
        Path photo = Files.createFile(folder.resolve("standing-light-back.jpg"));

        assertThat(photo("standing-light", View.BACK)).isEqualTo(photo);
    }

    @Test
    void namesThePresetsThatHaveAPhotoOfThatSide() throws IOException {
        Files.createFile(folder.resolve("anna-front.jpg"));
        Files.createFile(folder.resolve("ben-front.jpg"));
        Files.createFile(folder.resolve("anna-back.jpg"));

        assertRefused("standing-neutral", View.FRONT, "person.preset is one of anna, ben here for FRONT");
    }

    @Test
    void leavesItsFolderForNoName() throws IOException {
        Files.createFile(folder.resolve("x-front.jpg"));
        Path below = Files.createDirectory(folder.resolve("below"));

        assertThatThrownBy(() -> new PersonFolder(Optional.of(below), Runnable::run)
                        .of("../x", View.FRONT)
                        .await()
                        .indefinitely())
                .isInstanceOf(GenerationFailed.class);
    }

    @Test
    void asksForAPhotoWhereThereIsNoPreset() {
        assertThatThrownBy(() -> new PersonFolder(Optional.empty(), Runnable::run)
                        .of("standing-neutral", View.FRONT)
                        .await()
                        .indefinitely())
                .hasMessageContaining("VTO_PERSON_PRESETS")
                .isInstanceOfSatisfying(GenerationFailed.class, failed -> assertThat(failed.sentence())
                        .contains("person.imageUrl"));
    }

    private Path photo(String preset, View view) {
        return new PersonFolder(Optional.of(folder), Runnable::run)
                .of(preset, view)
                .await()
                .indefinitely();
    }

    private void assertRefused(String preset, View view, String sentence) {
        assertThatThrownBy(() -> photo(preset, view)).isInstanceOfSatisfying(GenerationFailed.class, failed -> {
            assertThat(failed.code()).isEqualTo(FailureCode.INVALID_INPUT);
            assertThat(failed.sentence()).startsWith(sentence);
        });
    }
}
