package dev.vto.catalog.application.stream;

import static dev.vto.catalog.fixture.Fixtures.aNewJob;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.domain.job.Job;
import dev.vto.shared.event.JobEventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class JobStreamTest {

    private final Streams streams = new Streams();

    @Test
    void listensFromWhereItBegins() {
        streams.send(JobEventType.QUEUED);
        FakeReader reader = streams.open(streams.followJobs(streams.owner, Optional.empty()));

        long next = streams.sendAndRead(JobEventType.STARTED);

        assertThat(reader.taken()).containsExactly(next);
    }

    @Test
    void hasNothingOfBeforeItWasOpenedThoughNobodyListenedMeanwhile() {
        streams.open(streams.followJobs(streams.owner, Optional.empty()));
        streams.leave();
        streams.send(JobEventType.STARTED);
        FakeReader reader = streams.open(streams.followJobs(streams.owner, Optional.empty()));

        long next = streams.sendAndRead(JobEventType.PROGRESSED);

        assertThat(reader.taken()).containsExactly(next);
    }

    @Test
    void readsHistoryFirst() {
        long known = streams.send(JobEventType.QUEUED);
        long missed = streams.send(JobEventType.STARTED);
        FakeReader reader = streams.open(streams.followJobs(streams.owner, Optional.of(known)));
        assertThat(reader.taken()).containsExactly(missed);

        long next = streams.sendAndRead(JobEventType.PROGRESSED);

        assertThat(reader.taken()).containsExactly(missed, next);
    }

    @Test
    void missesAndRepeatsNothingThatComesWhileItReadsHistory() {
        long known = streams.send(JobEventType.QUEUED);
        streams.open(streams.followJobs(streams.owner, Optional.empty()));
        streams.sendAndRead(JobEventType.STARTED);
        streams.events.meanwhile(() -> {
            streams.sendAndRead(JobEventType.PROGRESSED);
            streams.send(JobEventType.PROGRESSED);
        });

        FakeReader reader = streams.open(streams.followJobs(streams.owner, Optional.of(known)));
        streams.sendAndRead(JobEventType.PROGRESSED);

        assertThat(reader.taken()).containsExactly(known + 1, known + 2, known + 3, known + 4);
    }

    /** The page that is on its way was asked for by somebody else, from further on. */
    @Test
    void missesNothingWhereItIsTheFirstToListenAgainWhileThePageOfTheLastOneIsRead() {
        streams.open(streams.followJobs(streams.owner, Optional.empty()));
        JobStream gone = streams.last();
        Subscription early = streams.followJobs(streams.owner, Optional.empty());
        long first = streams.sendAndRead(JobEventType.STARTED);
        long second = streams.send(JobEventType.PROGRESSED);
        FakeReader reader = new FakeReader();
        streams.events.meanwhile(() -> {
            gone.end(Ending.LEFT);
            streams.open(early, reader);
        });

        streams.read();
        streams.read();

        assertThat(reader.taken()).containsExactly(first, second);
    }

    @Test
    void readsHistoryOfAnyLength() {
        long known = streams.send(JobEventType.QUEUED);
        LongStream.range(0, 250).forEach(i -> streams.send(JobEventType.PROGRESSED));

        FakeReader reader = streams.open(streams.followJobs(streams.owner, Optional.of(known)));

        assertThat(reader.taken())
                .isEqualTo(
                        LongStream.rangeClosed(known + 1, known + 250).boxed().toList());
    }

    @Test
    void goesOnAtTheReadersPaceWhereItDoesNotKeepUp() {
        FakeReader slow = new FakeReader();
        slow.fullAfter(2);
        streams.open(streams.followJobs(streams.owner, Optional.empty()), slow);
        FakeReader other = streams.open(streams.followJobs(streams.owner, Optional.empty()));
        List<Long> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sent.add(streams.send(JobEventType.PROGRESSED));
        }

        streams.read();
        assertThat(other.taken()).isEqualTo(sent);
        assertThat(slow.taken()).isEqualTo(sent.subList(0, 2));

        sent.add(streams.sendAndRead(JobEventType.PROGRESSED));
        slow.drain();
        sent.add(streams.sendAndRead(JobEventType.PROGRESSED));

        assertThat(slow.taken()).isEqualTo(sent);
    }

    @Test
    void dropsAReaderThatTookNothingForAWholeHeartbeat() {
        FakeReader slow = new FakeReader();
        slow.fullAfter(1);
        streams.open(streams.followJobs(streams.owner, Optional.empty()), slow);
        streams.sendAndRead(JobEventType.PROGRESSED);
        streams.sendAndRead(JobEventType.PROGRESSED);

        streams.clock.move(Streams.HEARTBEAT);
        streams.open.tick();

        assertThat(slow.endings()).containsExactly(Ending.SLOW);
        assertThat(streams.open.size()).isZero();
    }

    @Test
    void endsAfterTheLastEventOfItsJob() {
        FakeReader ofJob =
                streams.open(streams.followJob(streams.owner, Optional.empty()).orElseThrow());
        FakeReader ofUser = streams.open(streams.followJobs(streams.owner, Optional.empty()));

        long last = streams.sendAndRead(JobEventType.SUCCEEDED);
        streams.sendAndRead(JobEventType.SUCCEEDED);

        assertThat(ofJob.taken()).containsExactly(last);
        assertThat(ofJob.endings()).containsExactly(Ending.COMPLETE);
        assertThat(ofUser.taken()).containsExactly(last, last + 1);
        assertThat(ofUser.endings()).isEmpty();
    }

    @Test
    void hasNothingOfOtherJobs() {
        FakeReader reader =
                streams.open(streams.followJob(streams.owner, Optional.empty()).orElseThrow());
        Job other = streams.catalog.given(aNewJob().in(streams.project).build());

        streams.events.send(other, JobEventType.STARTED);
        streams.read();

        assertThat(reader.taken()).isEmpty();
    }

    @Test
    void endsWhereHistoryCannotBeRead() {
        long known = streams.send(JobEventType.QUEUED);
        Subscription subscription = streams.followJobs(streams.owner, Optional.of(known));
        streams.send(JobEventType.STARTED);
        streams.events.away(true);

        FakeReader reader = streams.open(subscription);

        assertThat(reader.endings()).containsExactly(Ending.FAILED);
        assertThat(streams.open.size()).isZero();
    }

    /** Every instance has a feed of its own. */
    @Test
    void isFedAlikeByTwoInstances() {
        JobFeed second = new JobFeed(streams.events);
        OpenStreams elsewhere = new OpenStreams(
                second,
                streams.events,
                readings -> {
                    throw new AssertionError("not asked");
                },
                streams.clock,
                new OpenStreams.Limits(1, 1, Streams.HEARTBEAT));
        FakeReader here = streams.open(streams.followJobs(streams.owner, Optional.empty()));
        FakeReader there = new FakeReader();
        Subscription subscription = streams.followJobs(streams.owner, Optional.empty());
        there.run(() -> elsewhere.open(subscription, there));

        long sent = streams.sendAndRead(JobEventType.STARTED);
        streams.catalog.await(second.advance());

        assertThat(here.taken()).containsExactly(sent);
        assertThat(there.taken()).containsExactly(sent);
    }

    /** Events, the feed, and a reader that is full at times, goes and comes back, in any order. */
    @Test
    void missesAndRepeatsNothingWhateverComesInBetween() {
        for (int seed = 0; seed < 200; seed++) {
            Streams any = new Streams();
            long known = any.send(JobEventType.QUEUED);
            Random random = new Random(seed);
            List<Long> taken = new ArrayList<>();
            FakeReader reader = any.open(any.followJobs(any.owner, Optional.of(known)));
            for (int step = 0; step < 200; step++) {
                switch (random.nextInt(6)) {
                    case 0, 1 -> any.send(JobEventType.PROGRESSED);
                    case 2 -> any.read();
                    case 3 -> reader.fullAfter(random.nextInt(3));
                    case 4 -> reader.drain();
                    default -> {
                        any.events.meanwhile(() -> any.sendAndRead(JobEventType.PROGRESSED));
                        any.leave();
                        taken.addAll(reader.taken());
                        long last = taken.isEmpty() ? known : taken.get(taken.size() - 1);
                        reader = any.open(any.followJobs(any.owner, Optional.of(last)));
                    }
                }
            }
            reader.drain();
            long last = any.sendAndRead(JobEventType.PROGRESSED);
            taken.addAll(reader.taken());

            assertThat(taken)
                    .as("seed %d", seed)
                    .isEqualTo(LongStream.rangeClosed(known + 1, last).boxed().toList());
        }
    }
}
