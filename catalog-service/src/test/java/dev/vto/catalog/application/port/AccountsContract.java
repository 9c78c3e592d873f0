package dev.vto.catalog.application.port;

import static dev.vto.catalog.fixture.Fixtures.NOW;
import static dev.vto.catalog.fixture.Fixtures.aNewJob;
import static dev.vto.catalog.fixture.Fixtures.aProduct;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.domain.session.RefreshToken;
import dev.vto.catalog.domain.session.TokenHash;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.JobStatus;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all {@link Accounts} do. */
public abstract class AccountsContract {

    private Project project;
    private UserId user;

    protected abstract Catalog catalog();

    protected abstract Accounts accounts();

    @BeforeEach
    void begin() {
        project = catalog().givenAProject();
        user = project.ownerId();
    }

    @Test
    void closesAnAccountWithAllThatItHolds() {
        Product product = catalog().given(aProduct().in(project).build());
        Job job = catalog().given(aNewJob().in(project).build());
        assertThat(isOpen()).isTrue();

        close(Precondition.NONE);

        assertThat(isOpen()).isFalse();
        assertThat(catalog().await(catalog().users().find(user))).isEmpty();
        assertThat(catalog().await(catalog().collections().find(project.collectionId())))
                .isEmpty();
        assertThat(catalog().await(catalog().projects().find(project.id()))).isEmpty();
        assertThat(catalog().await(catalog().products().find(product.id()))).isEmpty();
        assertThat(catalog()
                        .await(catalog().jobs().find(job.id()))
                        .orElseThrow()
                        .status())
                .isEqualTo(JobStatus.CANCELED);
    }

    @Test
    void endsItsSessions() {
        TokenHash token = TokenHash.of(anId().toString());
        catalog().await(catalog().refreshTokens().add(RefreshToken.first(token, anId(), user, NOW)));

        close(Precondition.NONE);

        TokenHash next = TokenHash.of(anId().toString());
        assertThat(catalog().await(catalog().refreshTokens().rotate(token, next, NOW)))
                .isEmpty();
    }

    @Test
    void takesItOutOfTheSharesOfOthers() {
        Project others = catalog().givenAProject();
        UserId stays = catalog().givenA(Role.VIEWER, others);
        catalog().share(others.id(), user, Role.EDITOR);

        close(Precondition.NONE);

        assertThat(catalog()
                        .await(catalog().projects().find(others.id()))
                        .orElseThrow()
                        .shares())
                .containsExactly(new Project.Share(stays, Role.VIEWER));
    }

    @Test
    void closesNothingThatTheSenderHasNotRead() {
        assertRejected(() -> close(new Precondition(Set.of(9)))).as(Rejected.Reason.STALE, "etag_mismatch");

        assertThat(isOpen()).isTrue();
        assertThat(catalog().await(catalog().projects().find(project.id()))).isPresent();
    }

    @Test
    void findsNoAccountThatIsClosed() {
        close(Precondition.NONE);

        assertRejected(() -> close(Precondition.NONE)).isNotFound("account");
    }

    private boolean isOpen() {
        return catalog().await(accounts().isOpen(user));
    }

    private void close(Precondition known) {
        catalog().await(accounts().close(user, NOW, known));
    }
}
