package dev.vto.worker.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.shared.job.FailureCode;
import dev.vto.shared.job.JobSpec;
import dev.vto.shared.job.Outfit;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.fixture.Results;
import io.smallrye.mutiny.subscription.Cancellable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnmadeResultsTest {

    @TempDir
    Path folder;

    private Making making;

    @BeforeEach
    void begin() {
        making = new Making(folder);
    }

    @Test
    void refusesAProductWithoutAPhotoOfTheView() {
        Outfit frontOnly = new Outfit(making.owner.product(), Map.of(PhotoSlot.UPPER_FRONT, making.owner.photo()));

        assertInvalid(Making.images(List.of(frontOnly), 1), "The product has no photo of its back.");
    }

    @Test
    void refusesAJobWhosePhotoIsGone() {
        making.media.remove(List.of(making.owner.photoKey())).await().indefinitely();

        assertInvalid(Making.images(List.of(making.outfit(making.owner.product())), 1), "A photo of this job is gone.");
    }

    @Test
    void keepsNothingOfARunThatFails() {
        making.generator.failAfter(3, Results.failure(FailureCode.CAPACITY));

        assertThatThrownBy(() -> making.make(Making.images(List.of(making.outfit(making.owner.product())), 2)))
                .isInstanceOfSatisfying(GenerationFailed.class, failed -> assertThat(failed.code())
                        .isEqualTo(FailureCode.CAPACITY));

        assertThat(making.generator.pictures()).hasSize(4);
        assertThat(making.media.keys()).containsExactly(making.owner.photoKey().value());
    }

    @Test
    void keepsNothingOfARunThatIsStopped() {
        making.generator.hangAfter(1);
        Cancellable run = making.start(Making.images(List.of(making.outfit(making.owner.product())), 1));
        assertThat(making.media.keys()).hasSize(3);

        run.cancel();

        assertThat(making.media.keys()).containsExactly(making.owner.photoKey().value());
    }

    @Test
    void removesAFileThatWasBeingStoredWhenTheRunWasStopped() {
        CompletableFuture<Void> disk = making.media.holdStores();
        Cancellable run = making.start(Making.images(List.of(making.outfit(making.owner.product())), 1));
        run.cancel();

        disk.complete(null);

        assertThat(making.media.keys()).containsExactly(making.owner.photoKey().value());
        assertThat(making.generator.pictures()).hasSize(1);
    }

    private void assertInvalid(JobSpec spec, String sentence) {
        assertThatThrownBy(() -> making.make(spec)).isInstanceOfSatisfying(GenerationFailed.class, failed -> {
            assertThat(failed.code()).isEqualTo(FailureCode.INVALID_INPUT);
            assertThat(failed.sentence()).isEqualTo(sentence);
        });
    }
}
