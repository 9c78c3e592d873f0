package dev.vto.worker.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.shared.job.FailureCode;
import dev.vto.shared.job.Garment;
import dev.vto.shared.job.ImageSpec;
import dev.vto.shared.job.LetterSpec;
import dev.vto.shared.job.Outfit;
import dev.vto.shared.job.Person;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.job.View;
import dev.vto.worker.application.port.TryOnGenerator;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.domain.Made;
import dev.vto.worker.fake.FakeGenerator;
import dev.vto.worker.fake.FakePersons;
import dev.vto.worker.fake.InMemoryJobSteps;
import dev.vto.worker.fake.InMemoryMediaStore;
import dev.vto.worker.fake.RecordedLabels;
import dev.vto.worker.fixture.NewJob;
import dev.vto.worker.fixture.NewJob.Owner;
import dev.vto.worker.fixture.Results;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of a backend that takes one garment a call, and whose calls are kept. */
class KeptCallsTest {

    private static final Person PRESET = Person.ofPreset(Person.DEFAULT_PRESET);

    @TempDir
    Path folder;

    private final Owner owner = Owner.any();
    private final FakeGenerator generator = new FakeGenerator();
    private final InMemoryMediaStore media = new InMemoryMediaStore();
    private final InMemoryJobSteps steps = InMemoryJobSteps.ofRunningJobs();
    private final MakeResults make = new MakeResults(
            new Generators(generator, generator, generator),
            media,
            steps,
            new FakePersons(),
            new RecordedLabels(),
            UUID::randomUUID);
    private final NewJob job = NewJob.anImageJob(owner).withSpec(images(PRESET, View.FRONT));
    private final List<Double> progress = new ArrayList<>();

    @BeforeEach
    void open() {
        media.put(owner.photoKey(), new byte[] {7});
        generator.takeOneGarmentACall();
    }

    @Test
    void dressesInEachCallWhomTheOneBeforeHasDressed() {
        Made made = make(job.claimed(1, 1));

        assertThat(generator.pictures())
                .extracting(request -> request.garments().keySet())
                .containsExactly(Set.of(Garment.BOTTOM), Set.of(Garment.UPPER), Set.of(Garment.OUTER));
        assertThat(generator.pictures().get(0).personPhoto()).hasFileName("standing-neutral-front.jpg");
        assertThat(generator.pictures().get(1).personPhoto()).hasBinaryContent(new byte[] {1});
        assertThat(generator.pictures())
                .extracting(TryOnGenerator.Request::preset)
                .containsOnlyNulls();
        assertThat(made.pictures()).singleElement().satisfies(picture -> {
            assertThat(picture.file().key().value()).isEqualTo(owner.user() + "/" + job.id() + "/1/0.png");
            assertThat(picture.seed()).as("seed of a backend without seeds").isNull();
        });
    }

    @Test
    void tellsOfProgressOverTheWholeChain() {
        make(job.claimed(1, 1));

        assertThat(progress).containsExactly(0.5 / 3, 1.0 / 3, 1.5 / 3, 2.0 / 3, 2.5 / 3, 1.0);
    }

    @Test
    void makesNothingAgainThatWasFinished() {
        generator.failAfter(2, Results.failure(FailureCode.CAPACITY));
        assertThatThrownBy(() -> make(job.claimed(1, 1))).isInstanceOf(GenerationFailed.class);
        generator.failAfter(Integer.MAX_VALUE, new IllegalStateException());

        make(job.claimed(2, 2));

        assertThat(generator.pictures())
                .extracting(request -> request.garments().keySet().iterator().next())
                .containsExactly(Garment.BOTTOM, Garment.UPPER, Garment.OUTER, Garment.OUTER);
    }

    @Test
    void followsWhatWasSubmittedAndSubmitsNothingTwice() {
        generator.submitAs("backend-job");
        generator.hangAfter(0);
        make.make(job.claimed(1, 1), () -> folder, progress::add)
                .subscribe()
                .with(made -> {}, failure -> {})
                .cancel();
        assertThat(steps.backendJobs()).containsExactly("backend-job");
        generator.failAfter(1, Results.failure(FailureCode.CAPACITY));

        assertThatThrownBy(() -> make(job.claimed(2, 1))).isInstanceOf(GenerationFailed.class);

        assertThat(generator.submitted())
                .as("the second is that of the next garment")
                .hasSize(1);
    }

    @Test
    void filmsTheFirstPicturesForTheNearestTimeThatTheBackendOffers() {
        Made made = make(NewJob.aVideoJob(owner).claimed(1, 1));

        assertThat(generator.clips()).singleElement().satisfies(request -> {
            assertThat(request.images()).hasSize(1);
            assertThat(request.seconds()).isEqualTo(5);
        });
        assertThat(made.clips()).singleElement().satisfies(clip -> assertThat(clip.seconds())
                .isEqualTo(4.5));
    }

    @Test
    void writesOnlyInLanguagesThatTheBackendHas() {
        LetterSpec english = new LetterSpec("Spring", List.of(outfit()), LetterSpec.Tone.FORMAL, "en");

        assertThatThrownBy(() -> make(job.withSpec(english).claimed(1, 1)))
                .isInstanceOfSatisfying(GenerationFailed.class, failed -> assertThat(failed.sentence())
                        .isEqualTo("A letter is written in one of ko here, not in en."));
    }

    private Made make(ClaimedJob run) {
        return make.make(run, () -> folder, progress::add).await().indefinitely();
    }

    private ImageSpec images(Person person, View... views) {
        return new ImageSpec(List.of(outfit()), List.of(views), 1, 40, person);
    }

    private Outfit outfit() {
        return new Outfit(
                owner.product(),
                Map.of(
                        PhotoSlot.OUTER_FRONT, owner.photo(),
                        PhotoSlot.BOTTOM_FRONT, owner.photo(),
                        PhotoSlot.UPPER_FRONT, owner.photo(),
                        PhotoSlot.UPPER_BACK, owner.photo()));
    }
}
