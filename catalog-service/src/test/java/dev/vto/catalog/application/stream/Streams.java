package dev.vto.catalog.application.stream;

import static dev.vto.catalog.fixture.Fixtures.NOW;
import static dev.vto.catalog.fixture.Fixtures.aNewJob;

import dev.vto.catalog.adapter.out.memory.InMemoryCatalog;
import dev.vto.catalog.adapter.out.memory.InMemorySentEvents;
import dev.vto.catalog.adapter.out.memory.InMemoryStreamRights;
import dev.vto.catalog.application.Access;
import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.fixture.MovableClock;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** An instance that streams what happens to one job, all in memory. */
final class Streams {

    static final Instant EXPIRES = NOW.plus(Duration.ofMinutes(15));
    static final Duration HEARTBEAT = Duration.ofSeconds(15);

    final InMemoryCatalog catalog = new InMemoryCatalog();
    final InMemorySentEvents events = new InMemorySentEvents(catalog.projects());
    final MovableClock clock = new MovableClock(NOW);
    final Project project = catalog.givenAProject();
    final UserId owner = project.ownerId();
    final Job job = catalog.given(aNewJob().in(project).build());
    final JobFeed feed = new JobFeed(events);
    final OpenStreams open = new OpenStreams(
            feed,
            events,
            new InMemoryStreamRights(catalog.users(), catalog.projects()),
            clock,
            new OpenStreams.Limits(3, 5, HEARTBEAT));

    private JobStream last;
    private final ResumeStream resume = new ResumeStream(feed, events);
    private final FollowJob followJob = new FollowJob(
            new Access(catalog.collections(), catalog.projects(), catalog.products()), catalog.jobs(), events, resume);
    private final FollowJobs followJobs = new FollowJobs(resume);

    long send(JobEventType type) {
        return events.send(job, type);
    }

    /** Sends an event, and the feed reads it. */
    long sendAndRead(JobEventType type) {
        long position = send(type);
        read();
        return position;
    }

    void read() {
        catalog.await(feed.advance());
    }

    Optional<Subscription> followJob(UserId user, Optional<Long> known) {
        return followJob(user, job.id(), known);
    }

    Optional<Subscription> followJob(UserId user, JobId id, Optional<Long> known) {
        return catalog.await(followJob.follow(user, id, known, EXPIRES));
    }

    Subscription followJobs(UserId user, Optional<Long> known) {
        return catalog.await(followJobs.follow(user, known, EXPIRES));
    }

    /** The stream that was opened last. */
    JobStream last() {
        return last;
    }

    /** The reader that opened a stream last goes away. */
    void leave() {
        last.end(Ending.LEFT);
    }

    FakeReader open(Subscription subscription) {
        return open(subscription, new FakeReader());
    }

    FakeReader open(Subscription subscription, FakeReader reader) {
        reader.run(() -> last = open.open(subscription, reader));
        return reader;
    }
}
