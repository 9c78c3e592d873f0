package dev.vto.catalog.application.port;

import static dev.vto.catalog.fixture.Fixtures.aProduct;
import static dev.vto.catalog.fixture.Fixtures.aResult;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.result.Image;
import dev.vto.catalog.domain.result.Video;
import dev.vto.shared.id.ImageId;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Pictures} does, to images and to videos. */
public abstract class PicturesContract {

    private static final Instant LONG_AGO = Instant.EPOCH;
    private static final Instant NOT_YET = Instant.parse("2100-01-01T00:00:00Z");

    private Project project;
    private Product product;

    protected abstract Catalog catalog();

    @BeforeEach
    void addAProduct() {
        project = catalog().givenAProject();
        product = catalog().given(aProduct().in(project).build());
    }

    @Test
    void selectsAndTakesItBack() {
        Image image = givenImage();

        assertThat(select(image, true).picture().selected()).isTrue();
        assertThat(found(image).picture().selected()).isTrue();
        assertThat(select(image, false).picture().selected()).isFalse();
    }

    @Test
    void raisesTheVersionOnlyWhereSomethingChanges() {
        Image image = givenImage();

        assertThat(select(image, false).picture().version()).isZero();
        assertThat(select(image, true).picture().version()).isEqualTo(1);
        assertThat(select(image, true).picture().version()).isEqualTo(1);
        assertThat(select(image, false).picture().version()).isEqualTo(2);
    }

    @Test
    void countsWhatIsLiveAndSelected() {
        Image first = givenImage();
        Image second = givenImage();
        Video video = givenVideo();

        select(first, true);
        select(second, true);
        select(video, true);
        assertThat(counts()).isEqualTo(new Project.Counts(2, 2, 1));

        delete(first);
        delete(video);
        assertThat(counts()).isEqualTo(new Project.Counts(1, 1, 0));

        restore(first);
        restore(video);
        assertThat(counts()).isEqualTo(new Project.Counts(2, 2, 1));

        select(second, false);
        assertThat(counts()).isEqualTo(new Project.Counts(1, 2, 1));
    }

    @Test
    void namesTheLastSelectedLiveImageAndVideoOfTheProduct() {
        Image newer = givenImage();
        Image last = givenImage();
        Video video = givenVideo();
        assertThat(product().imageId()).isNull();

        select(last, true);
        select(newer, true);
        select(video, true);
        assertThat(product().imageId()).isEqualTo(newer.id());
        assertThat(product().videoId()).isEqualTo(video.id());

        delete(newer);
        assertThat(product().imageId()).isEqualTo(last.id());

        restore(newer);
        assertThat(product().imageId()).isEqualTo(newer.id());

        select(newer, false);
        select(last, false);
        select(video, false);
        assertThat(product().imageId()).isNull();
        assertThat(product().videoId()).isNull();
    }

    @Test
    void leavesTheVersionsOfProjectAndProductAlone() {
        select(givenImage(), true);

        assertThat(project().version()).isZero();
        assertThat(product().version()).isZero();
    }

    @Test
    void hidesWhatIsDeletedAndListsItForRestoring() {
        Image kept = givenImage();
        Image older = givenImage();
        Image newer = givenImage();
        delete(older);
        delete(newer);

        assertThat(catalog().await(catalog().results().image(newer.id()))).isEmpty();
        assertThat(Pages.ofTwo(page -> catalog().await(catalog().images().listDeleted(project.id(), LONG_AGO, page))))
                .hasSize(1)
                .first()
                .satisfies(page -> assertThat(page).extracting(Image::id).containsExactly(newer.id(), older.id()));
        assertThat(found(kept)).isEqualTo(kept);
    }

    @Test
    void forgetsWhatWasDeletedTooLongAgo() {
        Image image = givenImage();
        delete(image);

        assertThat(catalog()
                        .await(catalog().images().listDeleted(project.id(), NOT_YET, Pages.ALL))
                        .items())
                .isEmpty();
        assertThat(catalog().await(catalog().images().projectOf(image.id(), NOT_YET)))
                .isEmpty();
        assertThat(catalog().await(catalog().images().restore(image.id(), NOT_YET)))
                .isEmpty();
    }

    @Test
    void bringsBackWhatItWas() {
        Image image = givenImage();
        select(image, true);
        delete(image);

        Image back = catalog()
                .await(catalog().images().restore(image.id(), LONG_AGO))
                .orElseThrow();

        assertThat(back).isEqualTo(found(image));
        assertThat(back.picture().selected()).isTrue();
        assertThat(catalog().await(catalog().images().restore(image.id(), LONG_AGO)))
                .contains(back);
    }

    @Test
    void bringsNothingBackToADeletedProduct() {
        Image image = givenImage();
        delete(image);
        catalog().delete(product.id());

        assertThat(catalog()
                        .await(catalog().images().listDeleted(project.id(), LONG_AGO, Pages.ALL))
                        .items())
                .isEmpty();
        assertRejected(() -> catalog().await(catalog().images().restore(image.id(), LONG_AGO)))
                .as(Rejected.Reason.CONFLICT, "product_deleted");
    }

    @Test
    void changesNothingWherePreconditionFails() {
        Image image = givenImage();
        Precondition other = new Precondition(Set.of(7));

        assertRejected(() -> catalog().await(catalog().images().select(image.id(), true, other)))
                .as(Rejected.Reason.STALE, "etag_mismatch");
        assertRejected(() -> catalog().await(catalog().images().delete(image.id(), other)))
                .as(Rejected.Reason.STALE, "etag_mismatch");
        assertThat(found(image)).isEqualTo(image);
    }

    @Test
    void findsNothingToChangeWhereThereIsNothingLive() {
        Image image = givenImage();
        delete(image);

        assertThat(catalog().await(catalog().images().select(image.id(), true, Precondition.NONE)))
                .isEmpty();
        assertThat(catalog().await(catalog().images().delete(image.id(), Precondition.NONE)))
                .isEmpty();
        assertThat(catalog().await(catalog().images().select(new ImageId(anId()), true, Precondition.NONE)))
                .isEmpty();
        assertThat(catalog().await(catalog().images().projectOf(image.id(), LONG_AGO)))
                .contains(project.id());
    }

    private Image givenImage() {
        return catalog().given(aResult().in(project).of(product).image());
    }

    private Video givenVideo() {
        return catalog().given(aResult().in(project).of(product).video());
    }

    private Image select(Image image, boolean selected) {
        return catalog()
                .await(catalog().images().select(image.id(), selected, Precondition.NONE))
                .orElseThrow();
    }

    private Video select(Video video, boolean selected) {
        return catalog()
                .await(catalog().videos().select(video.id(), selected, Precondition.NONE))
                .orElseThrow();
    }

    private void delete(Image image) {
        assertThat(catalog().await(catalog().images().delete(image.id(), Precondition.NONE)))
                .isPresent();
    }

    private void delete(Video video) {
        assertThat(catalog().await(catalog().videos().delete(video.id(), Precondition.NONE)))
                .isPresent();
    }

    private void restore(Image image) {
        assertThat(catalog().await(catalog().images().restore(image.id(), LONG_AGO)))
                .isPresent();
    }

    private void restore(Video video) {
        assertThat(catalog().await(catalog().videos().restore(video.id(), LONG_AGO)))
                .isPresent();
    }

    private Image found(Image image) {
        return catalog().await(catalog().results().image(image.id())).orElseThrow();
    }

    private Project.Counts counts() {
        return project().counts();
    }

    private Project project() {
        return catalog().await(catalog().projects().find(project.id())).orElseThrow();
    }

    private Product product() {
        return catalog().await(catalog().products().find(product.id())).orElseThrow();
    }
}
