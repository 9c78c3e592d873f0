package dev.vto.worker.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.vto.shared.id.ProductId;
import dev.vto.shared.job.FailureCode;
import dev.vto.shared.job.ImageSpec;
import dev.vto.shared.job.JobSpec;
import dev.vto.shared.job.Outfit;
import dev.vto.shared.job.Person;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.job.View;
import dev.vto.shared.media.MediaKey;
import dev.vto.shared.media.PhotoRef;
import dev.vto.worker.application.port.Copywriter;
import dev.vto.worker.application.port.TryOnGenerator;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.DigitalSource;
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
import io.smallrye.mutiny.subscription.Cancellable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakeResultsTest {

    private static final Person PRESET = Person.ofPreset(Person.DEFAULT_PRESET);

    @TempDir
    Path folder;

    private final Owner owner = Owner.any();
    private final ProductId second = new ProductId(UUID.randomUUID());
    private final FakeGenerator generator = new FakeGenerator();
    private final InMemoryMediaStore media = new InMemoryMediaStore();
    private final RecordedLabels labels = new RecordedLabels();
    private final MakeResults make = new MakeResults(
            new Generators(generator, generator, generator),
            media,
            InMemoryJobSteps.ofRunningJobs(),
            new FakePersons(),
            labels,
            UUID::randomUUID);
    private final List<Double> progress = new ArrayList<>();

    @BeforeEach
    void storePhoto() {
        media.put(owner.photoKey(), new byte[] {7});
    }

    @Test
    void makesEachViewOfEachProductAsOftenAsAskedWithRisingSeeds() {
        Made made = make(images(List.of(outfit(owner.product()), outfit(second)), 3, PRESET));

        assertThat(made.pictures())
                .extracting(Made.Picture::productId, Made.Picture::view, Made.Picture::seed)
                .containsExactly(
                        row(owner.product(), View.FRONT, 40),
                        row(owner.product(), View.FRONT, 41),
                        row(owner.product(), View.FRONT, 42),
                        row(owner.product(), View.BACK, 40),
                        row(owner.product(), View.BACK, 41),
                        row(owner.product(), View.BACK, 42),
                        row(second, View.FRONT, 40),
                        row(second, View.FRONT, 41),
                        row(second, View.FRONT, 42),
                        row(second, View.BACK, 40),
                        row(second, View.BACK, 41),
                        row(second, View.BACK, 42));
        assertThat(generator.pictures())
                .extracting(TryOnGenerator.Request::seed)
                .containsExactlyElementsOf(
                        made.pictures().stream().map(Made.Picture::seed).toList());
        assertThat(made.origin()).isEqualTo(new Made.Origin("fake", "fake-1", true));
    }

    @Test
    void tellsOfProgressOverTheWholeJob() {
        make(images(List.of(outfit(owner.product())), 2, PRESET));

        assertThat(progress).containsExactly(0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1.0);
    }

    @Test
    void storesFilesUnderTheKeysOfItsClaim() {
        ClaimedJob job = job(images(List.of(outfit(owner.product())), 1, PRESET));

        Made made = make.make(job, () -> folder, fraction -> {}).await().indefinitely();

        String prefix = owner.user() + "/" + job.id() + "/3/";
        assertThat(media.keys())
                .containsExactlyInAnyOrder(
                        owner.photoKey().value(),
                        prefix + "0.png",
                        prefix + "0-thumb.jpg",
                        prefix + "1.png",
                        prefix + "1-thumb.jpg");
        assertThat(made.files())
                .extracting(MediaKey::value)
                .containsExactly(prefix + "0.png", prefix + "0-thumb.jpg", prefix + "1.png", prefix + "1-thumb.jpg");
        assertThat(made.pictures().get(0).file().bytes()).isEqualTo(1);
    }

    @Test
    void refusesAProductWithoutAPhotoOfTheView() {
        Outfit frontOnly = new Outfit(owner.product(), Map.of(PhotoSlot.UPPER_FRONT, owner.photo()));

        assertInvalid(images(List.of(frontOnly), 1, PRESET), "The product has no photo of its back.");
    }

    @Test
    void refusesAJobWhosePhotoIsGone() {
        media.remove(List.of(owner.photoKey())).await().indefinitely();

        assertInvalid(images(List.of(outfit(owner.product())), 1, PRESET), "A photo of this job is gone.");
    }

    @Test
    void makesAVideoOfItsPicturesInOrder() {
        ClaimedJob job = NewJob.aVideoJob(owner).claimed(3, 1);

        Made made = make.make(job, () -> folder, progress::add).await().indefinitely();

        assertThat(generator.clips()).singleElement().satisfies(request -> {
            assertThat(request.images()).hasSize(1);
            assertThat(request.seconds()).isEqualTo(5);
        });
        assertThat(made.clips()).singleElement().satisfies(clip -> {
            assertThat(clip.productId()).isEqualTo(owner.product());
            assertThat(clip.seconds()).isEqualTo(4.5);
            assertThat(clip.file().key().value()).isEqualTo(owner.user() + "/" + job.id() + "/3/0.mp4");
        });
    }

    @Test
    void labelsPicturesVideosAndTheirThumbnails() {
        make(images(List.of(outfit(owner.product())), 1, PRESET));
        make(NewJob.aVideoJob(owner).spec());

        assertThat(labels.sources())
                .containsOnly(
                        DigitalSource.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA, DigitalSource.TRAINED_ALGORITHMIC_MEDIA)
                .hasSize(6);
    }

    @Test
    void saysOfAVideoWhetherAModelHadAPartInWhatItShows() {
        generator.workWithoutAModel();

        Made ofModel = make(NewJob.aVideoJob(owner, true).spec());
        Made ofNone = make(NewJob.aVideoJob(owner, false).spec());

        assertThat(ofModel.origin().aiGenerated()).isTrue();
        assertThat(ofNone.origin().aiGenerated()).isFalse();
        assertThat(labels.sources())
                .containsExactly(
                        DigitalSource.COMPOSITE_SYNTHETIC,
                        DigitalSource.COMPOSITE_SYNTHETIC,
                        DigitalSource.COMPOSITE,
                        DigitalSource.COMPOSITE);
    }

    @Test
    void writesEachLetterInWordsOfItsOwn() {
        make(NewJob.aLetterJob(owner).spec());
        make(NewJob.aLetterJob(owner).spec());

        assertThat(generator.letters())
                .extracting(Copywriter.Request::seed)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void writesALetterOfTheProductsPhotos() {
        Made made = make(NewJob.aLetterJob(owner).spec());

        assertThat(generator.letters()).singleElement().satisfies(request -> {
            assertThat(request.projectName()).isEqualTo("Spring");
            assertThat(request.outfits()).singleElement().satisfies(photos -> assertThat(photos)
                    .containsOnlyKeys(PhotoSlot.UPPER_FRONT));
        });
        assertThat(made.letter().language()).isEqualTo("ko");
        assertThat(made.files()).isEmpty();
    }

    @Test
    void keepsNothingOfARunThatFails() {
        generator.failAfter(3, Results.failure(FailureCode.CAPACITY));

        assertThatThrownBy(() -> make(images(List.of(outfit(owner.product())), 2, PRESET)))
                .isInstanceOfSatisfying(GenerationFailed.class, failed -> assertThat(failed.code())
                        .isEqualTo(FailureCode.CAPACITY));

        assertThat(generator.pictures()).hasSize(4);
        assertThat(media.keys()).containsExactly(owner.photoKey().value());
    }

    @Test
    void keepsNothingOfARunThatIsStopped() {
        generator.hangAfter(1);
        Cancellable run = start(images(List.of(outfit(owner.product())), 1, PRESET));
        assertThat(media.keys()).hasSize(3);

        run.cancel();

        assertThat(media.keys()).containsExactly(owner.photoKey().value());
    }

    @Test
    void removesAFileThatWasBeingStoredWhenTheRunWasStopped() {
        CompletableFuture<Void> disk = media.holdStores();
        Cancellable run = start(images(List.of(outfit(owner.product())), 1, PRESET));
        run.cancel();

        disk.complete(null);

        assertThat(media.keys()).containsExactly(owner.photoKey().value());
        assertThat(generator.pictures()).hasSize(1);
    }

    private Made make(JobSpec spec) {
        return make.make(job(spec), () -> folder, progress::add).await().indefinitely();
    }

    private Cancellable start(JobSpec spec) {
        return make.make(job(spec), () -> folder, progress::add)
                .subscribe()
                .with(made -> progress.add(2.0), failure -> progress.add(-1.0));
    }

    private ClaimedJob job(JobSpec spec) {
        return NewJob.anImageJob(owner).withSpec(spec).claimed(3, 1);
    }

    private void assertInvalid(JobSpec spec, String sentence) {
        assertThatThrownBy(() -> make(spec)).isInstanceOfSatisfying(GenerationFailed.class, failed -> {
            assertThat(failed.code()).isEqualTo(FailureCode.INVALID_INPUT);
            assertThat(failed.sentence()).isEqualTo(sentence);
        });
    }

    private Outfit outfit(ProductId product) {
        PhotoRef photo = owner.photo();
        return new Outfit(
                product,
                Map.of(PhotoSlot.UPPER_FRONT, photo, PhotoSlot.OUTER_FRONT, photo, PhotoSlot.UPPER_BACK, photo));
    }

    private static ImageSpec images(List<Outfit> outfits, int count, Person person) {
        return new ImageSpec(outfits, List.of(View.FRONT, View.BACK), count, 40, person);
    }

    private static Tuple row(ProductId product, View view, long seed) {
        return tuple(product, view, seed);
    }
}
