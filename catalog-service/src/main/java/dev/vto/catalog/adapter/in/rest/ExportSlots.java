package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.config.CatalogSettings;
import dev.vto.catalog.domain.Rejected;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Lets so many exports run at once: each holds a connection of the database for as long as its reader takes. */
@Singleton
class ExportSlots {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final int most;
    private final Semaphore free;

    @Inject
    ExportSlots(CatalogSettings settings) {
        this(settings.concurrentExports());
    }

    ExportSlots(int most) {
        this.most = most;
        this.free = new Semaphore(most);
    }

    /** An export that takes a slot when it begins, and gives it back however it ends; fails where all are taken. */
    <T> Multi<T> hold(Supplier<Multi<T>> export) {
        return Multi.createFrom().deferred(() -> {
            if (!free.tryAcquire()) {
                return Multi.createFrom()
                        .failure(Rejected.rateLimited(
                                "too_many_exports",
                                "This instance writes " + most + " exports at once, and they are all taken.",
                                RETRY_AFTER));
            }
            return Multi.createFrom().deferred(export::get).onTermination().invoke(free::release);
        });
    }
}
