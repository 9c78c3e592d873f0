package dev.vto.catalog.application;

import static dev.vto.catalog.fixture.Fixtures.NOW;
import static dev.vto.catalog.fixture.Fixtures.OFFER;
import static dev.vto.catalog.fixture.Fixtures.aProduct;
import static dev.vto.catalog.fixture.Fixtures.aRequestFor;
import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static dev.vto.shared.job.PhotoSlot.UPPER_FRONT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.memory.InMemoryCatalog;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.user.User;
import dev.vto.catalog.fixture.JobRequestBuilder;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.LetterSpec;
import dev.vto.shared.job.Outfit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecifyLetterJobTest {

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final SpecifyJob specifyJob = new SpecifyJob(OFFER, catalog.products(), catalog.results(), catalog.users());
    private final Project project = catalog.givenAProject();

    @Test
    void copiesNamePhotosAndLanguage() {
        Product product = catalog.given(aProduct().in(project).with(UPPER_FRONT).build());

        assertThat(specify(project.ownerId(), words("ko").of(product)))
                .isEqualTo(new LetterSpec(
                        "Lookbook", List.of(new Outfit(product.id(), product.photos())), LetterSpec.Tone.FORMAL, "ko"));
    }

    @Test
    void leavesOutProductsWithoutPhotos() {
        Product dressed = catalog.given(aProduct().in(project).with(UPPER_FRONT).build());
        catalog.given(aProduct().in(project).build());

        assertThat(specify(project.ownerId(), words("en")).outfits())
                .extracting(Outfit::productId)
                .containsExactly(dressed.id());
    }

    @Test
    void needsAPhoto() {
        assertRejected(() -> specify(project.ownerId(), words("en")))
                .isImpossible("missing_photo")
                .hasMessage("A letter is written from photos, and there are none: fill a slot first.");

        Product bare = catalog.given(aProduct().in(project).build());
        assertRejected(() -> specify(project.ownerId(), words("en").of(bare))).isImpossible("missing_photo");
    }

    @Test
    void isAboutEveryProductOrRefusesToCount() {
        Product first = catalog.given(aProduct().in(project).with(UPPER_FRONT).build());
        for (int i = 1; i < 64; i++) {
            catalog.given(aProduct().in(project).with(UPPER_FRONT).build());
        }
        assertThat(specify(project.ownerId(), words("en")).outfits()).hasSize(64);

        catalog.given(aProduct().in(project).build());

        assertRejected(() -> specify(project.ownerId(), words("en")))
                .isImpossible("too_many_products")
                .hasMessage("A letter is about at most 64 products, and this project has more: name one as productId.");
        assertThat(specify(project.ownerId(), words("en").of(first)).outfits()).hasSize(1);
    }

    @Test
    void refusesAProductThatIsNotOfTheProject() {
        assertRejected(() -> specify(project.ownerId(), words("en").of(new ProductId(anId()))))
                .isImpossible("unknown_product")
                .names("productId");
    }

    @ParameterizedTest(name = "a user of {0} reads {1}")
    @CsvSource({"en, en", "ko, ko", "fr, ko"})
    void writesInTheCallersLanguageWhereWeKnowIt(String language, String written) {
        catalog.given(aProduct().in(project).with(UPPER_FRONT).build());
        UserId user = aUserId();
        catalog.given(new User(user, null, null, null, null, language, Set.of(), 0, NOW, NOW));

        assertThat(specify(user, words(null)).language()).isEqualTo(written);
    }

    @Test
    void writesInTheUsualLanguageForAUserWhoIsGone() {
        catalog.given(aProduct().in(project).with(UPPER_FRONT).build());

        assertThat(specify(aUserId(), words(null)).language()).isEqualTo(User.DEFAULT_LANGUAGE);
    }

    private static JobRequestBuilder words(String language) {
        return aRequestFor(new JobRequest.Words(LetterSpec.Tone.FORMAL, language));
    }

    private LetterSpec specify(UserId user, JobRequestBuilder request) {
        return (LetterSpec) catalog.await(specifyJob.specify(user, project, request.build(), 7));
    }
}
