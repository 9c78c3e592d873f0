package dev.vto.worker.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.shared.job.Garment;
import dev.vto.shared.job.ImageSpec;
import dev.vto.shared.job.Outfit;
import dev.vto.shared.job.Person;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.job.View;
import dev.vto.worker.application.port.TryOnGenerator;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.fake.FakeGenerator;
import dev.vto.worker.fake.FakePersons;
import dev.vto.worker.fake.InMemoryJobSteps;
import dev.vto.worker.fake.InMemoryMediaStore;
import dev.vto.worker.fake.RecordedLabels;
import dev.vto.worker.fixture.NewJob;
import dev.vto.worker.fixture.NewJob.Owner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Jobs with a photo of a person in place of a preset. */
class PhotographedPersonJobTest {

    @TempDir
    Path folder;

    private final Owner owner = Owner.any();
    private final FakeGenerator generator = new FakeGenerator();
    private final InMemoryMediaStore media = new InMemoryMediaStore();
    private final MakeResults make = new MakeResults(
            new Generators(generator, generator, generator),
            media,
            InMemoryJobSteps.ofRunningJobs(),
            new FakePersons(),
            new RecordedLabels(),
            UUID::randomUUID);

    @BeforeEach
    void storePhoto() {
        media.put(owner.photoKey(), new byte[] {7});
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void handsTheBackendThePhotosOfTheViewAndOfThePerson(View view) {
        make(view);

        TryOnGenerator.Request picture = generator.pictures().get(0);
        assertThat(picture.view()).isEqualTo(view);
        assertThat(picture.garments())
                .containsOnlyKeys(view == View.FRONT ? List.of(Garment.UPPER, Garment.OUTER) : List.of(Garment.UPPER));
        assertThat(picture.garments().get(Garment.UPPER)).hasBinaryContent(new byte[] {7});
        assertThat(picture.personPhoto()).hasBinaryContent(new byte[] {7});
        assertThat(picture.preset()).isNull();
    }

    @Test
    void refusesOnePhotoForBothSides() {
        assertRefused();
    }

    @Test
    void refusesItForABackendWithoutPersonsToo() {
        generator.takeOneGarmentACall();

        assertRefused();
    }

    private void assertRefused() {
        assertThatThrownBy(() -> make(View.FRONT, View.BACK))
                .isInstanceOfSatisfying(GenerationFailed.class, failed -> assertThat(failed.sentence())
                        .isEqualTo("A photo of a person shows one side: ask for FRONT and for BACK in jobs of their"
                                + " own, each with a photo of that side."));
        assertThat(generator.pictures()).isEmpty();
    }

    private void make(View... views) {
        Outfit outfit = new Outfit(
                owner.product(),
                Map.of(
                        PhotoSlot.UPPER_FRONT, owner.photo(),
                        PhotoSlot.OUTER_FRONT, owner.photo(),
                        PhotoSlot.UPPER_BACK, owner.photo()));
        ImageSpec spec = new ImageSpec(List.of(outfit), List.of(views), 1, 40, Person.ofPhoto(owner.photo()));
        make.make(NewJob.anImageJob(owner).withSpec(spec).claimed(1, 1), () -> folder, fraction -> {})
                .await()
                .indefinitely();
    }
}
