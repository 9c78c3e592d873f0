package dev.vto.catalog.config;

import dev.vto.catalog.adapter.out.media.StoredFiles;
import dev.vto.catalog.application.Access;
import dev.vto.catalog.application.DeleteAccount;
import dev.vto.catalog.application.DeleteSubtree;
import dev.vto.catalog.application.ListDeleted;
import dev.vto.catalog.application.PurgeDeleted;
import dev.vto.catalog.application.RestoreSubtree;
import dev.vto.catalog.application.SweepMedia;
import dev.vto.catalog.application.port.Accounts;
import dev.vto.catalog.application.port.Graveyard;
import dev.vto.catalog.application.port.MediaFiles;
import dev.vto.catalog.application.port.MediaSweep;
import dev.vto.catalog.application.port.Relay;
import dev.vto.catalog.application.port.Subtrees;
import dev.vto.catalog.application.port.Trash;
import dev.vto.catalog.domain.Caps;
import dev.vto.catalog.domain.Retention;
import dev.vto.shared.adapter.media.MediaStorage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts together what deletes, restores and removes. */
class DeletionWiring {

    @Produces
    @Singleton
    Retention retention(CatalogSettings settings) {
        return new Retention(settings.retention());
    }

    @Produces
    @Singleton
    MediaFiles mediaFiles(MediaStorage store) {
        return new StoredFiles(store, Infrastructure.getDefaultWorkerPool());
    }

    @Produces
    @Singleton
    SweepMedia sweepMedia(
            MediaFiles files, MediaSweep sweep, Clock clock, CatalogSettings settings, MeterRegistry registry) {
        Counter sweptFiles = Counter.builder("vto.media.swept.files")
                .description("Stored files that nothing needed, removed")
                .register(registry);
        Counter sweptBytes = Counter.builder("vto.media.swept")
                .baseUnit("bytes")
                .description("Size of the stored files that nothing needed, removed")
                .register(registry);
        return new SweepMedia(
                files, sweep, clock, settings.sweep().grace(), settings.sweep().rest(), swept -> {
                    sweptFiles.increment(swept.files());
                    sweptBytes.increment(swept.bytes());
                });
    }

    @Produces
    @Singleton
    DeleteSubtree deleteSubtree(Subtrees subtrees, Relay relay, Clock clock) {
        return new DeleteSubtree(subtrees, relay, clock);
    }

    @Produces
    @Singleton
    RestoreSubtree restoreSubtree(Subtrees subtrees, Retention retention, Caps caps, Clock clock) {
        return new RestoreSubtree(subtrees, retention, caps, clock);
    }

    @Produces
    @Singleton
    ListDeleted listDeleted(Trash trash, Access access, Retention retention, Clock clock) {
        return new ListDeleted(trash, access, retention, clock);
    }

    @Produces
    @Singleton
    DeleteAccount deleteAccount(Accounts accounts, Relay relay, Clock clock) {
        return new DeleteAccount(accounts, relay, clock);
    }

    @Produces
    @Singleton
    PurgeDeleted purgeDeleted(Graveyard graveyard, Retention retention, Clock clock) {
        return new PurgeDeleted(graveyard, retention, clock);
    }
}
