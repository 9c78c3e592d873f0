package dev.vto.worker.config;

import dev.vto.shared.adapter.media.MediaSettings;
import dev.vto.shared.adapter.trace.TraceSettings;
import dev.vto.shared.job.JobKind;
import dev.vto.shared.site.PrivateHost;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The settings of a worker, checked at start. */
@ConfigMapping(prefix = "vto")
public interface WorkerSettings extends MediaSettings, TraceSettings {

    /** Which backend makes things, and by kind where one is named for it. */
    @WithParentName
    Generator generator();

    /** Folder with the operator's photos of persons, {@code {preset}-{view}.jpg}, for backends that have no persons. */
    Optional<Path> personPresets();

    Fetch fetch();

    Worker worker();

    Job job();

    Simulated simulated();

    Studio studio();

    /** Which sites of others are asked for photos, and for what backends made. */
    interface Fetch {

        /** Whether plain http is taken too. */
        @WithDefault("false")
        boolean http();

        /** The only sites that are asked, {@code *.example.com} for all below one; without it, all public ones. */
        Optional<Set<String>> hosts();

        /**
         * The operator's own hosts, {@code host} or {@code host:port}, which backends may name though they are private;
         * plain http is taken there.
         */
        Optional<Set<@WithConverter(PrivateHostConverter.class) PrivateHost>> privateHosts();
    }

    /** The backends by their names. */
    interface Generator {

        /** Makes whatever has no backend of its own; what it cannot make, the studio makes. */
        @WithName("generator")
        @WithDefault("studio")
        String all();

        @WithName("generator.tryon")
        Optional<String> tryon();

        @WithName("generator.video")
        Optional<String> video();

        @WithName("generator.copy")
        Optional<String> copy();
    }

    /** How the process works. */
    interface Worker {

        /** What rows and events call it. */
        String name();

        /** How many jobs it runs at once; one a core by default. */
        OptionalInt slots();

        /** The kinds of job that it takes. */
        @WithDefault("IMAGE,VIDEO,LETTER")
        Set<JobKind> kinds();

        @WithDefault("PT5S")
        Duration heartbeat();

        /** How long a heartbeat is good. */
        @WithDefault("PT30S")
        Duration lease();

        /** How long running jobs may go on when the process is told to stop. */
        @WithDefault("PT30S")
        Duration grace();

        /** How often an idle worker looks for work that no doorbell told it of. */
        @WithDefault("PT1S")
        Duration poll();
    }

    /** Bounds of a job. */
    interface Job {

        /** How many workers a job may lose before it fails. */
        @WithDefault("3")
        int maxLosses();

        /** How long one attempt may take, whether its worker lives or not. */
        @WithDefault("PT15M")
        Duration timeout();
    }

    /** The embedded studio. */
    interface Studio {

        /** Memory in which cut-out garments are kept, so that a job's other pictures need not cut them again. */
        @WithDefault("64M")
        MemorySize cutoutMemory();

        /** Memory that photos may take while they are decoded, by all slots together; what takes more is refused. */
        @WithDefault("640M")
        MemorySize photoMemory();
    }

    /** The simulated backend. */
    interface Simulated {

        @WithDefault("PT0S")
        Duration latency();

        @WithDefault("0")
        double failureRate();
    }
}
