package dev.vto.catalog.application.port;

import static dev.vto.catalog.fixture.Fixtures.NOW;
import static dev.vto.catalog.fixture.Fixtures.aProduct;
import static dev.vto.catalog.fixture.Fixtures.aResult;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.result.Letter;
import dev.vto.shared.id.LetterId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Letters} does. */
public abstract class LettersContract {

    private static final Instant LONG_AGO = Instant.EPOCH;
    private static final Letter.Text TEXT =
            new Letter.Text("Spring", "A coat.", List.of("Light", "Warm", "Soft", "Washable"));

    private Project project;
    private Product product;

    protected abstract Catalog catalog();

    @BeforeEach
    void addAProduct() {
        project = catalog().givenAProject();
        product = catalog().given(aProduct().in(project).build());
    }

    @Test
    void addsALetterThatIsCurrentFromNowOn() {
        Letter first = write(product);
        Letter second = write(null);

        assertThat(catalog().await(catalog().results().letter(first.id()))).contains(first);
        assertThat(project().letterId()).isEqualTo(second.id());
        assertThat(product().letterId()).isEqualTo(first.id());
    }

    @Test
    void refusesAProductThatIsNotInTheProject() {
        Product foreign =
                catalog().given(aProduct().in(catalog().givenAProject()).build());
        catalog().delete(product.id());

        assertRejected(() -> write(foreign)).isImpossible("unknown_product");
        assertRejected(() -> write(product)).isImpossible("unknown_product");
        assertThat(project().letterId()).isNull();
    }

    @Test
    void refusesADeletedProject() {
        catalog().delete(project.id());

        assertRejected(() -> write(null)).isNotFound("project");
    }

    @Test
    void editsTheWordsAndKeepsWhatTheMachineWrote() {
        Letter made = catalog().given(aResult().in(project).of(product).letter());

        Letter edited = catalog()
                .await(catalog().letters().edit(made.id(), Precondition.NONE, text -> TEXT))
                .orElseThrow();

        assertThat(edited.text()).isEqualTo(TEXT);
        assertThat(edited.generated()).isEqualTo(made.generated());
        assertThat(edited.version()).isEqualTo(1);
        assertThat(catalog().await(catalog().results().letter(made.id()))).contains(edited);
    }

    @Test
    void editsNothingWhereTheChangeOrThePreconditionFails() {
        Letter letter = write(null);

        assertRejected(() -> catalog().await(catalog().letters().edit(letter.id(), Precondition.NONE, text -> {
                    throw Rejected.invalid("summary", "is too dull");
                })))
                .as(Rejected.Reason.INVALID, "invalid_request");
        assertRejected(() -> catalog()
                        .await(catalog().letters().edit(letter.id(), new Precondition(Set.of(3)), text -> text)))
                .as(Rejected.Reason.STALE, "etag_mismatch");
        assertThat(catalog().await(catalog().results().letter(letter.id()))).contains(letter);
        assertThat(catalog().await(catalog().letters().edit(new LetterId(anId()), Precondition.NONE, text -> text)))
                .isEmpty();
    }

    @Test
    void fallsBackToTheNewestLiveLetter() {
        Letter oldest = write(product);
        Letter older = write(product);
        Letter current = write(product);

        delete(current);
        assertThat(project().letterId()).isEqualTo(older.id());
        assertThat(product().letterId()).isEqualTo(older.id());

        delete(older);
        delete(oldest);
        assertThat(project().letterId()).isNull();
        assertThat(product().letterId()).isNull();

        restore(older);
        assertThat(project().letterId()).isEqualTo(older.id());
        restore(current);
        assertThat(project().letterId()).isEqualTo(older.id());
        assertThat(product().letterId()).isEqualTo(current.id());
    }

    @Test
    void listsWhatCanBeRestored() {
        Letter kept = write(null);
        Letter gone = write(null);
        delete(gone);

        assertThat(catalog()
                        .await(catalog().letters().listDeleted(project.id(), LONG_AGO, Pages.ALL))
                        .items())
                .extracting(Letter::id)
                .containsExactly(gone.id());
        assertThat(catalog()
                        .await(catalog().results().letters(project.id(), Pages.ALL))
                        .items())
                .containsExactly(kept);
    }

    private Letter write(Product of) {
        Letter letter =
                Letter.written(new LetterId(anId()), project.id(), of == null ? null : of.id(), "en", TEXT, NOW);
        catalog().await(catalog().letters().add(letter, project.ownerId()));
        return letter;
    }

    private void delete(Letter letter) {
        assertThat(catalog().await(catalog().letters().delete(letter.id(), Precondition.NONE)))
                .isPresent();
    }

    private void restore(Letter letter) {
        assertThat(catalog().await(catalog().letters().restore(letter.id(), LONG_AGO)))
                .isPresent();
    }

    private Project project() {
        return catalog().await(catalog().projects().find(project.id())).orElseThrow();
    }

    private Product product() {
        return catalog().await(catalog().products().find(product.id())).orElseThrow();
    }
}
