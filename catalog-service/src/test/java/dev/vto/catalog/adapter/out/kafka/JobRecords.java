package dev.vto.catalog.adapter.out.kafka;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What Kafka holds of the jobs of the catalog under test. */
@Singleton
public class JobRecords {

    private final String bootstrap;

    JobRecords(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** The trace of a job's doorbell, and of its first event. */
    public List<String> traceparents(String job) {
        return Stream.of("vto.job.requested", "vto.job.events")
                .map(topic -> new Feed(bootstrap, topic).read(Set.of(job), 1).get(0))
                .map(record -> Feed.header(record, "traceparent"))
                .toList();
    }
}
