package dev.vto.catalog.config;

import dev.vto.shared.adapter.media.MediaSettings;
import dev.vto.shared.adapter.trace.TraceSettings;
import dev.vto.shared.job.JobKind;
import dev.vto.shared.job.Person;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The settings of the catalog, checked at start. */
@ConfigMapping(prefix = "vto")
public interface CatalogSettings extends MediaSettings, TraceSettings {

    /** Whether this process brings the schema up to date. */
    @WithDefault("always")
    Migrate migrate();

    /** When a process migrates. */
    enum Migrate {
        /** Before it serves. */
        ALWAYS,
        /** And then ends. */
        ONLY,
        NEVER
    }

    /** Folder of the keys that sign access tokens: {@code <kid>.pem}, PKCS#8; the last name signs, all verify. */
    Path keysDir();

    /** How often that folder is read again. */
    @WithDefault("PT10S")
    Duration keysRefresh();

    /** How long after it was added a key begins to sign: well over the time in which every instance has read it. */
    @WithDefault("PT2M")
    Duration keysDelay();

    /** Whether a first key is made where the folder has none. */
    @WithDefault("false")
    boolean generateKeys();

    /** Whether anyone may sign in by an e-mail address alone. */
    @WithDefault("false")
    boolean devLogin();

    /** Signs media URLs and, through a key derived from it, the nonces of sign-ins; the same in all instances. */
    @Size(min = 32, message = "has at least 32 characters")
    String mediaSecret();

    /** Origins of pages that may call the API from a browser, or between slashes regular expressions of them. */
    Optional<Set<String>> corsOrigins();

    /** What absolute media URLs begin with; without it they are paths. */
    Optional<String> publicUrl();

    /** How long browsers that came by TLS come no other way; zero has them forget it. */
    @WithDefault("P365D")
    Duration hstsMaxAge();

    Fetch fetch();

    /** Which sites of others workers ask for photos; others are refused when a photo is named. */
    interface Fetch {

        /** The only ones, {@code *.example.com} for all below one; without it, all public ones. */
        Optional<Set<String>> hosts();
    }

    /** Who vouches for people that sign in. */
    Identity identity();

    /** The providers of identities. */
    interface Identity {

        IdentityProvider google();

        IdentityProvider kakao();

        /** Of connecting to a provider, and of reading its keys. */
        @WithDefault("PT3S")
        Duration timeout();

        /** How soon after an unknown key id made us fetch a provider's keys the next one may. */
        @WithDefault("PT1M")
        Duration refetchInterval();
    }

    /** A provider of OpenID Connect. */
    interface IdentityProvider {

        /** What its ID tokens may name as their issuer. */
        List<String> issuers();

        /** Where it publishes its keys. */
        URI jwksUrl();

        /** The client ids that it knows us by; without one, sign-in with it is not offered. */
        Optional<List<String>> audiences();
    }

    /** The highest priority that users may ask for. */
    @Min(0)
    @Max(9)
    @WithDefault("5")
    int maxPriority();

    /** How often a job may fail for a passing reason before it fails for good. */
    @Min(1)
    @Max(100)
    @WithDefault("5")
    int jobMaxAttempts();

    Limits limits();

    /** How often people may ask, per instance, and how much one account may have. */
    interface Limits {

        @WithDefault("true")
        boolean enabled();

        /** Live collections of one account. */
        @Min(1)
        @WithDefault("1000")
        int collections();

        /** Live projects of one account, in all its collections. */
        @Min(1)
        @WithDefault("5000")
        int projects();

        /** Jobs of an account's projects that have not ended, whoever submitted them. */
        @Min(1)
        @WithDefault("1000")
        int openJobs();

        /** Of one user; of one client address where nobody is signed in. */
        @Min(1)
        @WithDefault("600")
        int requestsPerMinute();

        /** Below {@code /auth}, of one client address. */
        @Min(1)
        @WithDefault("60")
        int signInsPerMinute();
    }

    Streams streams();

    /** Streams of job events, of one instance. */
    interface Streams {

        /** That one user may have open. */
        @Min(1)
        @WithDefault("20")
        int perUser();

        /** That may be open. */
        @Min(1)
        @WithDefault("10000")
        int perInstance();

        /** Bytes that may wait for a reader; who has taken none of them for a whole heartbeat is dropped. */
        @Min(1024)
        @WithDefault("262144")
        int buffer();

        /** After how long a stream that sent nothing shows that it is alive; so often rights are looked at again. */
        @WithDefault("PT15S")
        Duration heartbeat();
    }

    /** How long what was deleted can be restored. */
    @WithDefault("P30D")
    Duration retention();

    /** How often what can no longer be restored is looked for and removed. */
    @WithDefault("PT1H")
    Duration purgeInterval();

    Sweep sweep();

    /** The sweep of stored files that nothing needs. */
    interface Sweep {

        /** How often an instance goes on with it. */
        @WithDefault("PT10M")
        Duration interval();

        /** Between the end of a round through all files and the next. */
        @WithDefault("PT12H")
        Duration rest();

        /** How long a file is left alone; no shorter than the URL of an upload is good. */
        @WithDefault("P2D")
        Duration grace();
    }

    /** How often nonces, sessions and answers to idempotency keys that have expired are forgotten. */
    @WithDefault("PT10M")
    Duration pruneInterval();

    /** How many exports an instance writes at once: each holds a connection of the database while it is read. */
    @Min(1)
    @Max(15)
    @WithDefault("4")
    int concurrentExports();

    /** How long events that were sent are kept: streams of events resume from them. As long as their topic keeps them. */
    @WithDefault("P7D")
    Duration outboxRetention();

    /** How often the depth of the queue is measured. */
    @WithDefault("PT10S")
    Duration backlogInterval();

    /** With how many users a project may be shared. */
    @Min(1)
    @Max(1000)
    @WithDefault("100")
    int maxShares();

    /** Presets of persons that the configured backends offer; {@code standing-neutral} is the default one. */
    @WithDefault(Person.STUDIO_PRESETS)
    List<String> presets();

    /** What the configured backends make. */
    @WithDefault("IMAGE,VIDEO,LETTER")
    Set<JobKind> kinds();
}
