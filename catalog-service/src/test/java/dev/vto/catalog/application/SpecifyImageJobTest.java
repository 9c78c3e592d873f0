package dev.vto.catalog.application;

import static dev.vto.catalog.fixture.Fixtures.OFFER;
import static dev.vto.catalog.fixture.Fixtures.aPhotoOf;
import static dev.vto.catalog.fixture.Fixtures.aProduct;
import static dev.vto.catalog.fixture.Fixtures.aRequestFor;
import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static dev.vto.shared.job.PhotoSlot.BOTTOM_BACK;
import static dev.vto.shared.job.PhotoSlot.OUTER_BACK;
import static dev.vto.shared.job.PhotoSlot.UPPER_BACK;
import static dev.vto.shared.job.PhotoSlot.UPPER_FRONT;
import static dev.vto.shared.job.View.BACK;
import static dev.vto.shared.job.View.FRONT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.memory.InMemoryCatalog;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.fixture.JobRequestBuilder;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.ImageSpec;
import dev.vto.shared.job.JobSpec;
import dev.vto.shared.job.Outfit;
import dev.vto.shared.job.Person;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.job.View;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecifyImageJobTest {

    private static final Person PRESET = Person.ofPreset(Person.DEFAULT_PRESET);

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final SpecifyJob specifyJob = new SpecifyJob(OFFER, catalog.products(), catalog.results(), catalog.users());
    private final Project project = catalog.givenAProject();

    @Test
    void copiesThePhotosOfTheProduct() {
        Product product = given(UPPER_FRONT, OUTER_BACK);
        given(UPPER_FRONT);

        assertThat(specify(pictures(2, FRONT, BACK).of(product)))
                .isEqualTo(new ImageSpec(
                        List.of(new Outfit(product.id(), product.photos())), List.of(FRONT, BACK), 2, 7, PRESET));
    }

    @Test
    void takesEveryProductOfTheProjectNewestFirst() {
        Product older = given(UPPER_FRONT);
        Product newer = given(UPPER_FRONT);
        catalog.given(aProduct().in(catalog.givenAProject()).with(UPPER_FRONT).build());

        ImageSpec spec = (ImageSpec) specify(pictures(1, FRONT));

        assertThat(spec.outfits()).extracting(Outfit::productId).containsExactly(newer.id(), older.id());
    }

    @Test
    void refusesAProjectWithoutProducts() {
        assertRejected(() -> specify(pictures(1, FRONT)))
                .isImpossible("no_products")
                .hasMessage("This project has no products yet.");
    }

    @Test
    void refusesAProductThatIsNotOfTheProject() {
        Product foreign = catalog.given(
                aProduct().in(catalog.givenAProject()).with(UPPER_FRONT).build());
        Product deleted = given(UPPER_FRONT);
        catalog.delete(deleted.id());

        for (ProductId id : List.of(foreign.id(), deleted.id(), new ProductId(anId()))) {
            assertRejected(() -> specify(pictures(1, FRONT).of(id)))
                    .isImpossible("unknown_product")
                    .names("productId");
        }
    }

    @Test
    void namesEveryViewThatHasNoPhoto() {
        Product bare = given();
        Product half = given(UPPER_FRONT);
        Product whole = given(UPPER_FRONT, BOTTOM_BACK);

        assertRejected(() -> specify(pictures(1, FRONT, BACK)))
                .isImpossible("missing_photo")
                .names("views", "views", "views")
                .says(missing(half, BACK), missing(bare, FRONT), missing(bare, BACK));
        assertThat(specify(pictures(1, FRONT, BACK).of(whole))).isNotNull();
    }

    @Test
    void makesSixtyFourImagesAndNoMore() {
        for (int i = 0; i < 8; i++) {
            given(UPPER_FRONT, OUTER_BACK);
        }

        assertThat(((ImageSpec) specify(pictures(4, FRONT, BACK))).images()).isEqualTo(64);
        assertRejected(() -> specify(pictures(5, FRONT, BACK)))
                .isImpossible("too_many_images")
                .hasMessage("A job makes at most 64 images; this one would make 80.");
    }

    @Test
    void refusesMoreProductsThanAJobMakesImages() {
        for (int i = 0; i < 65; i++) {
            given(UPPER_FRONT);
        }

        assertRejected(() -> specify(pictures(1, FRONT)))
                .isImpossible("too_many_images")
                .hasMessage("A job makes at most 64 images; this one would make more.");
    }

    @Test
    void takesThePersonOfTheProjectsOwnerOrTheCaller() {
        Product product = given(UPPER_FRONT);
        UserId editor = catalog.givenA(Role.EDITOR, project);

        for (UserId owner : List.of(project.ownerId(), editor)) {
            Person person = Person.ofPhoto(aPhotoOf(owner));
            JobRequestBuilder request = aRequestFor(new JobRequest.Pictures(List.of(FRONT), 1, person))
                    .of(product);
            ImageSpec spec = (ImageSpec) specify(editor, request);

            assertThat(spec.person()).isEqualTo(person);
        }
    }

    @Test
    void refusesTwoViewsOfAPersonInOnePhoto() {
        Product product = given(UPPER_FRONT, UPPER_BACK);
        Person person = Person.ofPhoto(aPhotoOf(project.ownerId()));

        assertRejected(() -> specify(aRequestFor(new JobRequest.Pictures(List.of(FRONT, BACK), 1, person))
                        .of(product)))
                .isImpossible("photo_shows_one_view")
                .hasMessageContaining("in jobs of their own");
    }

    @Test
    void takesNoPersonOfSomebodyElse() {
        Product product = given(UPPER_FRONT);
        Person person = Person.ofPhoto(aPhotoOf(aUserId()));

        assertRejected(() -> specify(aRequestFor(new JobRequest.Pictures(List.of(FRONT), 1, person))
                        .of(product)))
                .isImpossible("foreign_photo");
    }

    private Product given(PhotoSlot... slots) {
        return catalog.given(aProduct().in(project).with(slots).build());
    }

    private static JobRequestBuilder pictures(int count, View... views) {
        return aRequestFor(new JobRequest.Pictures(List.of(views), count, PRESET));
    }

    private static String missing(Product product, View view) {
        String side = view == FRONT ? "Front" : "Back";
        return "product " + product.id() + " has no photo for " + view + ": it needs at least one of upper" + side
                + ", bottom" + side + ", onepiece" + side + ", outer" + side;
    }

    private JobSpec specify(JobRequestBuilder request) {
        return specify(project.ownerId(), request);
    }

    private JobSpec specify(UserId user, JobRequestBuilder request) {
        return catalog.await(specifyJob.specify(user, project, request.build(), 7));
    }
}
