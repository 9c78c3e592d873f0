package dev.vto.catalog.adapter.out.postgres;

import static dev.vto.catalog.fixture.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.application.port.Accounts;
import dev.vto.catalog.application.port.AccountsContract;
import dev.vto.catalog.application.port.Catalog;
import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.project.Role;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class PostgresAccountsTest extends AccountsContract {

    @Inject
    Accounts accounts;

    @Inject
    PostgresCatalog catalog;

    @Inject
    Seeds seeds;

    private UUID user;
    private UUID project;

    @Override
    protected Catalog catalog() {
        return catalog;
    }

    @Override
    protected Accounts accounts() {
        return accounts;
    }

    @BeforeEach
    void seed() {
        user = seeds.user();
        project = seeds.project(user, seeds.collection(user));
    }

    @Test
    void forgetsWhoItWas() {
        seeds.execute(
                "UPDATE users SET last_name = 'Kim', profile_picture = 'https://example.com/p.png',"
                        + " google_social = jsonb_build_object('sub', ?::text), kakao_social ="
                        + " jsonb_build_object('sub', ?::text) WHERE id = ?",
                user.toString(),
                user.toString(),
                user);

        close();

        assertThat(catalog.await(accounts.isOpen(new UserId(user)))).isFalse();
        assertThat(seeds.text(
                        """
                        SELECT concat_ws(' ', email, name, last_name, profile_picture, google_social, kakao_social)
                        FROM users WHERE id = ? AND deleted_at IS NOT NULL
                        """,
                        user))
                .isEmpty();
    }

    @Test
    void revokesItsSessions() {
        seeds.execute(
                "INSERT INTO refresh_token (token_hash, family_id, user_id, expires_at) VALUES (?, ?, ?, now())",
                user.toString(),
                user,
                user);

        close();

        assertThat(seeds.text("SELECT revoked_at FROM refresh_token WHERE user_id = ?", user))
                .isNotNull();
    }

    @Test
    void deletesAllThatItHoldsAndCancelsItsJobs() {
        Seeds.Outfit outfit = seeds.outfit(user, project);
        UUID job = seeds.job(user, project, null, "QUEUED");

        close();

        assertThat(seeds.isLive("projects", project)).isFalse();
        assertThat(seeds.isLive("products", outfit.product())).isFalse();
        assertThat(seeds.isLive("generate_img", outfit.image())).isFalse();
        assertThat(seeds.countersOf(project)).isEqualTo("0 0 0");
        assertThat(seeds.text("SELECT status FROM vto_job WHERE id = ?", job)).isEqualTo("CANCELED");
    }

    @Test
    void leavesTheSharesOfOthersInTheirOrder() {
        UUID other = seeds.user();
        UUID shared = seeds.project(other, seeds.collection(other));
        UserId first = catalog.givenA(Role.VIEWER, catalog.givenAProject());
        UserId last = catalog.givenA(Role.EDITOR, catalog.givenAProject());
        catalog.share(new ProjectId(shared), first, Role.VIEWER);
        catalog.share(new ProjectId(shared), new UserId(user), Role.EDITOR);
        catalog.share(new ProjectId(shared), last, Role.EDITOR);

        close();

        assertThat(seeds.text(
                        "SELECT string_agg(s ->> 'userId', ' ') FROM projects, jsonb_array_elements(shard_user_list) s"
                                + " WHERE id = ?",
                        shared))
                .isEqualTo(first + " " + last);
    }

    private void close() {
        catalog.await(accounts.close(new UserId(user), NOW, Precondition.NONE));
    }
}
