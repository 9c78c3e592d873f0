package dev.vto.catalog.config;

import dev.vto.catalog.application.Access;
import dev.vto.catalog.application.port.Jobs;
import dev.vto.catalog.application.port.SentEvents;
import dev.vto.catalog.application.port.StreamRights;
import dev.vto.catalog.application.stream.FollowJob;
import dev.vto.catalog.application.stream.FollowJobs;
import dev.vto.catalog.application.stream.JobFeed;
import dev.vto.catalog.application.stream.OpenStreams;
import dev.vto.catalog.application.stream.ResumeStream;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts together the streams of job events. */
class StreamWiring {

    @Produces
    @Singleton
    JobFeed jobFeed(SentEvents events) {
        return new JobFeed(events);
    }

    @Produces
    @Singleton
    OpenStreams openStreams(
            JobFeed feed, SentEvents events, StreamRights rights, Clock clock, CatalogSettings settings) {
        CatalogSettings.Streams streams = settings.streams();
        return new OpenStreams(
                feed,
                events,
                rights,
                clock,
                new OpenStreams.Limits(streams.perUser(), streams.perInstance(), streams.heartbeat()));
    }

    @Produces
    @Singleton
    ResumeStream resumeStream(JobFeed feed, SentEvents events) {
        return new ResumeStream(feed, events);
    }

    @Produces
    @Singleton
    FollowJob followJob(Access access, Jobs jobs, SentEvents events, ResumeStream resume) {
        return new FollowJob(access, jobs, events, resume);
    }

    @Produces
    @Singleton
    FollowJobs followJobs(ResumeStream resume) {
        return new FollowJobs(resume);
    }
}
