package dev.vto.worker.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.media.MediaKey;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.fake.InMemoryJobQueue;
import dev.vto.worker.fake.InMemoryMediaStore;
import dev.vto.worker.fixture.NewJob;
import dev.vto.worker.fixture.Results;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RescueTest {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final InMemoryJobQueue queue = new InMemoryJobQueue();
    private final InMemoryMediaStore media = new InMemoryMediaStore();
    private final Rescue rescue = new Rescue(queue, media, LEASE, 2);

    @Test
    void removesWhatALostRunHadStoredAndNothingElse() {
        ClaimedJob lost = claimed();
        store(lost);
        MediaKey photo = new MediaKey(lost.ownerId() + "/photos/a.jpg");
        media.put(photo, new byte[] {1});
        queue.pass(LEASE.plusSeconds(1));
        ClaimedJob other = claimed();
        store(other);

        assertThat(rescue.sweep().await().indefinitely()).isEqualTo(1);

        Set<String> left = keys(other);
        left.add(photo.value());
        assertThat(media.keys()).isEqualTo(left);
    }

    @Test
    void removesItWhereTheJobHasLostTooManyWorkersToo() {
        ClaimedJob first = claimed();
        queue.pass(LEASE.plusSeconds(1));
        rescue.sweep().await().indefinitely();
        ClaimedJob second = queue.claim(1).await().indefinitely().get(0);
        store(second);
        queue.pass(LEASE.plusSeconds(1));

        rescue.sweep().await().indefinitely();

        assertThat(queue.state(first.id()).errorCode()).isEqualTo("worker_lost");
        assertThat(media.keys()).isEmpty();
    }

    private ClaimedJob claimed() {
        queue.submit(NewJob.anImageJob());
        return queue.claim(1).await().indefinitely().get(0);
    }

    private void store(ClaimedJob job) {
        Results.picture(job).files().forEach(key -> media.put(key, new byte[] {1}));
    }

    private static Set<String> keys(ClaimedJob job) {
        List<MediaKey> files = Results.picture(job).files();
        return files.stream().map(MediaKey::value).collect(Collectors.toSet());
    }
}
