package dev.vto.catalog.application;

import static dev.vto.catalog.fixture.Fixtures.OFFER;
import static dev.vto.catalog.fixture.Fixtures.aProduct;
import static dev.vto.catalog.fixture.Fixtures.aRequestFor;
import static dev.vto.catalog.fixture.Fixtures.aResult;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.memory.InMemoryCatalog;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.result.Image;
import dev.vto.catalog.fixture.JobRequestBuilder;
import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.job.Aspect;
import dev.vto.shared.job.VideoSpec;
import dev.vto.shared.job.View;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpecifyVideoJobTest {

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final SpecifyJob specifyJob = new SpecifyJob(OFFER, catalog.products(), catalog.results(), catalog.users());
    private final Project project = catalog.givenAProject();
    private final Product product = catalog.given(aProduct().in(project).build());

    @Test
    void showsTheNamedImagesInTheirOrder() {
        Image first = givenImage();
        Image second = catalog.given(
                aResult().in(project).seenFrom(View.BACK).withoutAModel().image());

        assertThat(specify(clip(second.id(), first.id())))
                .isEqualTo(new VideoSpec(
                        null,
                        List.of(
                                new VideoSpec.Source(second.id(), second.ref(), View.BACK, false),
                                new VideoSpec.Source(first.id(), first.ref(), View.FRONT, true)),
                        4,
                        Aspect.SQUARE,
                        7));
    }

    @Test
    void tellsWhichNamedImagesAreUnknown() {
        Image known = givenImage();
        Image deleted = givenImage();
        catalog.delete(deleted.id());
        Image foreign = catalog.given(aResult().in(catalog.givenAProject()).image());
        ImageId unheardOf = new ImageId(anId());

        assertRejected(() -> specify(clip(deleted.id(), known.id(), foreign.id(), unheardOf)))
                .isImpossible("unknown_image")
                .names("imageIds", "imageIds", "imageIds")
                .hasMessage("imageIds: " + deleted.id() + " is no live image of this project.");
    }

    @Test
    void showsTheSelectedImagesWhereNoneAreNamed() {
        Image first = catalog.given(aResult().in(project).of(product).selected().image());
        catalog.given(aResult().in(project).of(product).image());
        Image second =
                catalog.given(aResult().in(project).of(product).selected().image());

        assertThat(imagesOf(clip().of(product))).containsExactly(second.id(), first.id());
    }

    @Test
    void showsTenSelectedImagesAtMost() {
        IntStream.range(0, 12)
                .forEach(i -> catalog.given(aResult().in(project).selected().image()));

        assertThat(imagesOf(clip())).hasSize(VideoSpec.MAX_IMAGES);
    }

    @Test
    void showsTheNewestOfEachSideWhereNoneAreSelected() {
        givenImage();
        Image back = catalog.given(aResult().in(project).seenFrom(View.BACK).image());
        Image front = givenImage();

        assertThat(imagesOf(clip())).containsExactly(front.id(), back.id());
    }

    @Test
    void showsTheNewestWhereNoSideIsKnown() {
        catalog.given(aResult().in(project).seenFrom(null).image());
        Image newest = catalog.given(aResult().in(project).seenFrom(null).image());

        assertThat(imagesOf(clip())).containsExactly(newest.id());
    }

    @Test
    void keepsToTheImagesOfTheProduct() {
        Image ofProduct = catalog.given(aResult().in(project).of(product).image());
        givenImage();

        VideoSpec spec = specify(clip().of(product));

        assertThat(spec.productId()).isEqualTo(product.id());
        assertThat(spec.images()).extracting(VideoSpec.Source::imageId).containsExactly(ofProduct.id());
    }

    @Test
    void needsAnImage() {
        givenImage();

        assertRejected(() -> specify(clip().of(product)))
                .isImpossible("missing_image")
                .hasMessage("A video is made of images, and there are none: run an IMAGE job first.");
    }

    @Test
    void refusesAProductThatIsNotOfTheProject() {
        Image image = givenImage();
        Product foreign = catalog.given(aProduct().in(catalog.givenAProject()).build());

        for (ProductId id : List.of(foreign.id(), new ProductId(anId()))) {
            assertRejected(() -> specify(clip(image.id()).of(id)))
                    .isImpossible("unknown_product")
                    .names("productId");
            assertRejected(() -> specify(clip().of(id)))
                    .isImpossible("unknown_product")
                    .names("productId");
        }
    }

    private Image givenImage() {
        return catalog.given(aResult().in(project).image());
    }

    private static JobRequestBuilder clip(ImageId... images) {
        return aRequestFor(new JobRequest.Clip(Arrays.asList(images), 4, Aspect.SQUARE));
    }

    private List<ImageId> imagesOf(JobRequestBuilder request) {
        return specify(request).images().stream().map(VideoSpec.Source::imageId).toList();
    }

    private VideoSpec specify(JobRequestBuilder request) {
        return (VideoSpec) catalog.await(specifyJob.specify(project.ownerId(), project, request.build(), 7));
    }
}
