package dev.vto.catalog.adapter.out.postgres;

import static dev.vto.catalog.fixture.Fixtures.anId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.catalog.adapter.out.memory.InMemoryMediaFiles;
import dev.vto.catalog.adapter.out.postgres.Seeds.Outfit;
import dev.vto.catalog.application.PurgeDeleted;
import dev.vto.catalog.application.port.Graveyard;
import dev.vto.catalog.application.port.Subtrees;
import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.Retention;
import dev.vto.catalog.domain.deletion.Subtree;
import dev.vto.infra.test.OwnThread;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deletions of long ago: the clock stands so that nothing else in the database is due. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class PostgresGraveyardTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Retention RETENTION = new Retention(Duration.ofDays(30));
    private static final Clock DUE =
            Clock.fixed(LONG_AGO.plus(Duration.ofDays(31)).plusSeconds(60), ZoneOffset.UTC);

    @Inject
    Transactions transactions;

    @Inject
    Subtrees subtrees;

    @Inject
    PostgresAccounts accounts;

    @Inject
    PostgresCatalog catalog;

    @Inject
    Seeds seeds;

    private final InMemoryMediaFiles files = new InMemoryMediaFiles();
    private UUID user;
    private UUID collection;
    private UUID project;
    private Outfit outfit;

    @BeforeEach
    void seed() {
        user = seeds.user();
        collection = seeds.collection(user);
        project = seeds.project(user, collection);
        outfit = outfitWithFiles(project);
    }

    @Test
    void removesRowsAndFilesOfWhatIsOverdue() {
        Outfit stays = outfitWithFiles(project);
        delete(Subtree.of(new ProductId(outfit.product())));

        purge();

        assertGone(outfit);
        assertThat(seeds.isThere("products", stays.product())).isTrue();
        assertThat(seeds.isThere("vto_job", stays.job())).isTrue();
        assertThat(files.keys()).hasSize(5).allMatch(key -> !key.value()
                .contains(outfit.job().toString()));
    }

    @Test
    void leavesWhatCanBeRestoredAndADayMore() {
        delete(Subtree.of(new ProjectId(project)));
        Clock early = Clock.offset(DUE, Duration.ofMinutes(-2));

        catalog.await(new PurgeDeleted(graveyard(), RETENTION, early).purge());

        assertThat(seeds.isThere("projects", project)).isTrue();
        assertThat(files.keys()).hasSize(5);
        purge();
        assertThat(seeds.isThere("projects", project)).isFalse();
        assertThat(files.keys()).isEmpty();
    }

    @Test
    void removesACollectionFromItsLeavesToItsRoot() {
        UUID second = seeds.project(user, collection);
        Outfit other = outfitWithFiles(second);
        delete(Subtree.of(new CollectionId(collection)));

        assertThat(purgeInStepsOf(1)).isGreaterThan(10);
        assertGone(outfit);
        assertGone(other);
        assertThat(seeds.isThere("projects", second)).isFalse();
        assertThat(seeds.isThere("collections", collection)).isFalse();
        assertThat(files.keys()).isEmpty();
    }

    @Test
    void goesOnAfterACrashBetweenFilesAndRows() {
        delete(Subtree.of(new ProjectId(project)));
        files.crashAfter(2);

        assertThatThrownBy(() -> purge()).hasMessage("crash");
        assertThat(seeds.isThere("generate_img", outfit.image())).isFalse();
        assertThat(seeds.isThere("generate_video", outfit.video())).isTrue();
        assertThat(files.keys()).hasSize(1);

        purge();
        assertGone(outfit);
        assertThat(files.keys()).isEmpty();
    }

    @Test
    void removesAllOnceWhenTwoInstancesPurgeAtOnce() throws Exception {
        for (int i = 0; i < 12; i++) {
            outfitWithFiles(project);
        }
        Outfit last = outfitWithFiles(seeds.project(user, collection));
        delete(Subtree.of(new CollectionId(collection)));

        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> purgeInStepsOf(7), OwnThread.FOR_EACH);
        CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> purgeInStepsOf(5), OwnThread.FOR_EACH);
        CompletableFuture.allOf(first, second).get(60, TimeUnit.SECONDS);
        purge();

        assertGone(last);
        assertThat(seeds.isThere("collections", collection)).isFalse();
        assertThat(seeds.text("SELECT count(*) FROM vto_job WHERE user_id = ?", user))
                .isEqualTo("0");
        assertThat(files.keys()).isEmpty();
    }

    @Test
    void keepsAFileThatAnotherRowNames() {
        String shared = "media:" + user + "/photos/" + anId() + ".jpg";
        files.add(shared);
        UUID one = seeds.product(user, project, shared);
        UUID other = seeds.product(user, project, shared);
        delete(Subtree.of(new ProductId(one)));

        purge();
        assertThat(seeds.isThere("products", one)).isFalse();
        assertThat(files.has(shared)).isTrue();

        delete(Subtree.of(new ProductId(other)));
        purge();
        assertThat(files.has(shared)).isFalse();
    }

    @Test
    void removesAnImageThatWasDeletedAlone() {
        seeds.execute("UPDATE generate_img SET deleted_at = '2020-01-01' WHERE id = ?", outfit.image());

        purge();

        assertThat(seeds.isThere("generate_img", outfit.image())).isFalse();
        assertThat(seeds.isThere("products", outfit.product())).isTrue();
        assertThat(files.keys()).hasSize(3);
    }

    @Test
    void removesAnAccountWithEveryFile() {
        files.add("media:" + user + "/photos/" + anId() + ".jpg");
        seeds.execute(
                "INSERT INTO refresh_token (token_hash, family_id, user_id, expires_at) VALUES (?, ?, ?, now())",
                user.toString(),
                user,
                user);
        catalog.await(accounts.close(new UserId(user), LONG_AGO, Precondition.NONE));

        purge();

        assertGone(outfit);
        assertThat(seeds.isThere("users", user)).isFalse();
        assertThat(seeds.text("SELECT 1 FROM refresh_token WHERE user_id = ?", user))
                .isNull();
        assertThat(files.keys()).isEmpty();
    }

    private void assertGone(Outfit of) {
        assertThat(seeds.isThere("products", of.product())).isFalse();
        assertThat(seeds.isThere("vto_job", of.job())).isFalse();
        assertThat(seeds.isThere("generate_img", of.image())).isFalse();
        assertThat(seeds.isThere("generate_video", of.video())).isFalse();
        assertThat(seeds.isThere("marketing_letter", of.letter())).isFalse();
        assertThat(seeds.text("SELECT 1 FROM job_attempt WHERE job_id = ?", of.job()))
                .isNull();
    }

    private Outfit outfitWithFiles(UUID in) {
        Outfit made = seeds.outfit(user, in);
        files.add(seeds.text("SELECT upper_f_image_url FROM products WHERE id = ?", made.product()));
        for (String column : new String[] {"url", "thumbnail_url"}) {
            files.add(seeds.text("SELECT " + column + " FROM generate_img WHERE id = ?", made.image()));
            files.add(seeds.text("SELECT " + column + " FROM generate_video WHERE id = ?", made.video()));
        }
        return made;
    }

    private void delete(Subtree subtree) {
        catalog.await(subtrees.delete(subtree, LONG_AGO, root -> {}));
    }

    private Graveyard graveyard() {
        return new PostgresGraveyard(transactions, files);
    }

    private void purge() {
        catalog.await(new PurgeDeleted(graveyard(), RETENTION, DUE).purge());
    }

    /** @return in how many steps */
    private int purgeInStepsOf(int most) {
        int steps = 0;
        while (catalog.await(graveyard().removeNext(RETENTION.removedBefore(DUE.instant()), most)) > 0) {
            steps++;
        }
        return steps;
    }
}
