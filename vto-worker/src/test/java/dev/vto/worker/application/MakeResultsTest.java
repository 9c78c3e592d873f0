package dev.vto.worker.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.vto.shared.id.ProductId;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.job.View;
import dev.vto.shared.media.MediaKey;
import dev.vto.worker.application.port.Copywriter;
import dev.vto.worker.application.port.TryOnGenerator;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.DigitalSource;
import dev.vto.worker.domain.Made;
import dev.vto.worker.fixture.NewJob;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakeResultsTest {

    private final ProductId second = new ProductId(new UUID(0, 2));

    @TempDir
    Path folder;

    private Making making;

    @BeforeEach
    void begin() {
        making = new Making(folder);
    }

    @Test
    void makesEachViewOfEachProductAsOftenAsAskedWithRisingSeeds() {
        Made made =
                making.make(Making.images(List.of(making.outfit(making.owner.product()), making.outfit(second)), 3));

        assertThat(made.pictures())
                .extracting(Made.Picture::productId, Made.Picture::view, Made.Picture::seed)
                .containsExactly(
                        row(making.owner.product(), View.FRONT, 40),
                        row(making.owner.product(), View.FRONT, 41),
                        row(making.owner.product(), View.FRONT, 42),
                        row(making.owner.product(), View.BACK, 40),
                        row(making.owner.product(), View.BACK, 41),
                        row(making.owner.product(), View.BACK, 42),
                        row(second, View.FRONT, 40),
                        row(second, View.FRONT, 41),
                        row(second, View.FRONT, 42),
                        row(second, View.BACK, 40),
                        row(second, View.BACK, 41),
                        row(second, View.BACK, 42));
        assertThat(making.generator.pictures())
                .extracting(TryOnGenerator.Request::seed)
                .containsExactlyElementsOf(
                        made.pictures().stream().map(Made.Picture::seed).toList());
        assertThat(made.origin()).isEqualTo(new Made.Origin("fake", "fake-1", true));
    }

    @Test
    void tellsOfProgressOverTheWholeJob() {
        making.make(Making.images(List.of(making.outfit(making.owner.product())), 2));

        assertThat(making.progress).containsExactly(0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1.0);
    }

    @Test
    void storesFilesUnderTheKeysOfItsClaim() {
        ClaimedJob job = making.job(Making.images(List.of(making.outfit(making.owner.product())), 1));

        Made made = making.make(job);

        String prefix = making.owner.user() + "/" + job.id() + "/3/";
        assertThat(making.media.keys())
                .containsExactlyInAnyOrder(
                        making.owner.photoKey().value(),
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
    void makesAVideoOfItsPicturesInOrder() {
        ClaimedJob job = NewJob.aVideoJob(making.owner).claimed(3, 1);

        Made made = making.make(job);

        assertThat(making.generator.clips()).singleElement().satisfies(request -> {
            assertThat(request.images()).hasSize(1);
            assertThat(request.seconds()).isEqualTo(5);
        });
        assertThat(made.clips()).singleElement().satisfies(clip -> {
            assertThat(clip.productId()).isEqualTo(making.owner.product());
            assertThat(clip.seconds()).isEqualTo(4.5);
            assertThat(clip.file().key().value()).isEqualTo(making.owner.user() + "/" + job.id() + "/3/0.mp4");
        });
    }

    @Test
    void labelsPicturesVideosAndTheirThumbnails() {
        making.make(Making.images(List.of(making.outfit(making.owner.product())), 1));
        making.make(NewJob.aVideoJob(making.owner).spec());

        assertThat(making.labels.sources())
                .containsOnly(
                        DigitalSource.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA, DigitalSource.TRAINED_ALGORITHMIC_MEDIA)
                .hasSize(6);
    }

    @Test
    void saysOfAVideoWhetherAModelHadAPartInWhatItShows() {
        making.generator.workWithoutAModel();

        Made ofModel = making.make(NewJob.aVideoJob(making.owner, true).spec());
        Made ofNone = making.make(NewJob.aVideoJob(making.owner, false).spec());

        assertThat(ofModel.origin().aiGenerated()).isTrue();
        assertThat(ofNone.origin().aiGenerated()).isFalse();
        assertThat(making.labels.sources())
                .containsExactly(
                        DigitalSource.COMPOSITE_SYNTHETIC,
                        DigitalSource.COMPOSITE_SYNTHETIC,
                        DigitalSource.COMPOSITE,
                        DigitalSource.COMPOSITE);
    }

    @Test
    void writesEachLetterInWordsOfItsOwn() {
        making.make(NewJob.aLetterJob(making.owner).spec());
        making.make(NewJob.aLetterJob(making.owner).spec());

        assertThat(making.generator.letters())
                .extracting(Copywriter.Request::seed)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void writesALetterOfTheProductsPhotos() {
        Made made = making.make(NewJob.aLetterJob(making.owner).spec());

        assertThat(making.generator.letters()).singleElement().satisfies(request -> {
            assertThat(request.projectName()).isEqualTo("Spring");
            assertThat(request.outfits()).singleElement().satisfies(photos -> assertThat(photos)
                    .containsOnlyKeys(PhotoSlot.UPPER_FRONT));
        });
        assertThat(made.letter().language()).isEqualTo("ko");
        assertThat(made.files()).isEmpty();
    }

    private static Tuple row(ProductId product, View view, long seed) {
        return tuple(product, view, seed);
    }
}
