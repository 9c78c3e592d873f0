package dev.vto.catalog.adapter.out.postgres;

import static dev.vto.catalog.fixture.Fixtures.anId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.memory.InMemoryMediaFiles;
import dev.vto.catalog.adapter.out.postgres.Seeds.Outfit;
import dev.vto.catalog.application.SweepMedia;
import dev.vto.catalog.application.port.MediaSweep;
import dev.vto.catalog.application.port.MediaSweepContract;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.media.MediaKey;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class PostgresMediaSweepTest extends MediaSweepContract {

    @Inject
    MediaSweep sweep;

    @Inject
    PostgresCatalog catalog;

    @Inject
    Seeds seeds;

    private UUID user;
    private UUID project;
    private Outfit outfit;

    @Override
    protected MediaSweep rested() {
        seeds.execute("UPDATE media_sweep SET after_key = NULL, rests_until = '-infinity'");
        return sweep;
    }

    @Override
    protected <T> T await(Uni<T> answer) {
        return catalog.await(answer);
    }

    @BeforeEach
    void seed() {
        user = seeds.user();
        project = seeds.project(user, seeds.collection(user));
        outfit = seeds.outfit(user, project);
    }

    @Test
    void keepsResultsAndTheirThumbnails() {
        assertNamed(result(outfit.image() + ".jpg"));
        assertNamed(result(outfit.image() + "-small.jpg"));
        assertNamed(result(outfit.video() + ".jpg"));
        assertNamed(result(outfit.video() + "-small.jpg"));
    }

    @Test
    void keepsResultsThatCanBeRestored() {
        seeds.execute("UPDATE generate_img SET deleted_at = now() WHERE id = ?", outfit.image());

        assertNamed(result(outfit.image() + ".jpg"));
    }

    @Test
    void keepsResultsWhoseJobIsGone() {
        seeds.execute("UPDATE generate_img SET job_id = NULL WHERE id = ?", outfit.image());

        assertNamed(result(outfit.image() + ".jpg"));
    }

    @Test
    void findsWhatOtherClaimsOfAnEndedJobLeft() {
        MediaKey left = new MediaKey(user + "/" + outfit.job() + "/2/" + outfit.image() + ".jpg");

        assertThat(unnamed(left, result(outfit.image() + ".jpg"))).containsExactly(left);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PENDING", "QUEUED", "RUNNING"})
    void keepsFilesOfJobsThatAreUnderWay(String status) {
        UUID job = seeds.job(user, project, outfit.product(), status);

        assertNamed(new MediaKey(user + "/" + job + "/1/0.jpg"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUCCEEDED", "FAILED", "CANCELED"})
    void findsFilesOfEndedJobsThatNoRowNames(String status) {
        MediaKey left = new MediaKey(user + "/" + seeds.job(user, project, outfit.product(), status) + "/1/0.jpg");

        assertThat(unnamed(left)).containsExactly(left);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upper_f_image_url", "upper_b_image_url", "bottom_f_image_url", "bottom_b_image_url",
                "onepiece_f_image_url", "onepiece_b_image_url", "outer_f_image_url", "outer_b_image_url"
            })
    void keepsPhotosOfProducts(String column) {
        MediaKey photo = photo();
        seeds.execute("UPDATE products SET " + column + " = ? WHERE id = ?", "media:" + photo, outfit.product());

        assertNamed(photo);
    }

    @Test
    void keepsProfilePictures() {
        MediaKey photo = photo();
        seeds.execute("UPDATE users SET profile_picture = ? WHERE id = ?", "media:" + photo, user);

        assertNamed(photo);
    }

    @ParameterizedTest
    @CsvSource({"QUEUED, true", "RUNNING, true", "FAILED, false"})
    void keepsPhotosOfUnfinishedJobs(String status, boolean kept) {
        MediaKey photo = photo();
        UUID job = seeds.job(user, project, outfit.product(), status);
        seeds.execute(
                "UPDATE vto_job SET spec = jsonb_build_object('person', ?::text) WHERE id = ?", "media:" + photo, job);

        assertThat(unnamed(photo).isEmpty()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"QUEUED, true", "RUNNING, true", "FAILED, false"})
    void keepsPhotosOfGuestsForTheirUnfinishedJobs(String status, boolean kept) {
        UUID guest = seeds.user();
        MediaKey photo = new MediaKey(guest + "/photos/" + anId() + ".jpg");
        UUID job = seeds.job(user, project, outfit.product(), status);
        seeds.execute(
                "UPDATE vto_job SET submitted_by = ?, spec = jsonb_build_object('person', ?::text) WHERE id = ?",
                guest,
                "media:" + photo,
                job);

        assertThat(unnamed(photo).isEmpty()).isEqualTo(kept);
    }

    @Test
    void sweepsWhatAKillBetweenCommitAndRemovalLeft() {
        InMemoryMediaFiles files = new InMemoryMediaFiles();
        UUID running = seeds.job(user, project, outfit.product(), "RUNNING");
        MediaKey live = new MediaKey(user + "/" + running + "/1/0.jpg");
        files.add("media:" + live);
        files.add("media:" + result(outfit.image() + ".jpg"));
        files.add("media:" + result(outfit.image() + "-small.jpg"));
        files.add("media:" + result(outfit.video() + ".jpg"));
        seeds.execute("UPDATE products SET generate_img_key = NULL WHERE id = ?", outfit.product());
        seeds.execute("DELETE FROM generate_img WHERE id = ?", outfit.image());

        rested();
        await(new SweepMedia(files, sweep, Clock.systemUTC(), Duration.ofDays(2), Duration.ZERO, swept -> {}).sweep());

        assertThat(files.keys()).containsExactlyInAnyOrder(live, result(outfit.video() + ".jpg"));
    }

    private MediaKey photo() {
        return new MediaKey(user + "/photos/" + anId() + ".jpg");
    }

    private MediaKey result(String name) {
        return new MediaKey(user + "/" + outfit.job() + "/1/" + name);
    }

    private void assertNamed(MediaKey key) {
        assertThat(unnamed(key)).isEmpty();
    }

    private Set<MediaKey> unnamed(MediaKey... keys) {
        return await(sweep.unnamed(Set.of(keys)));
    }
}
