package dev.vto.catalog.config;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.vto.catalog.adapter.out.identity.SigningKeys;
import dev.vto.catalog.adapter.out.media.SignedUrls;
import dev.vto.catalog.adapter.out.media.StoredPhotos;
import dev.vto.catalog.application.Access;
import dev.vto.catalog.application.CancelJob;
import dev.vto.catalog.application.ClearPhoto;
import dev.vto.catalog.application.CreateCollection;
import dev.vto.catalog.application.CreateProduct;
import dev.vto.catalog.application.CreateProject;
import dev.vto.catalog.application.EditCollection;
import dev.vto.catalog.application.EditProduct;
import dev.vto.catalog.application.EditProject;
import dev.vto.catalog.application.PruneReplays;
import dev.vto.catalog.application.RetryJob;
import dev.vto.catalog.application.SetPhoto;
import dev.vto.catalog.application.SpecifyJob;
import dev.vto.catalog.application.SubmitJob;
import dev.vto.catalog.application.port.Collections;
import dev.vto.catalog.application.port.Jobs;
import dev.vto.catalog.application.port.Photos;
import dev.vto.catalog.application.port.Products;
import dev.vto.catalog.application.port.Projects;
import dev.vto.catalog.application.port.Relay;
import dev.vto.catalog.application.port.Replays;
import dev.vto.catalog.application.port.Results;
import dev.vto.catalog.application.port.Users;
import dev.vto.catalog.domain.Caps;
import dev.vto.catalog.domain.job.Offer;
import dev.vto.shared.adapter.media.MediaStorage;
import dev.vto.shared.adapter.media.MediaStores;
import dev.vto.shared.site.SiteRules;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Puts use cases and adapters together. */
class Wiring {

    /** How many photos are decoded at once: this bounds their memory. */
    private static final int PHOTO_WORKERS = 2;

    private static final int REPLAYS_PRUNED_AT_ONCE = 1_000;

    /** Seeds stay within what a JSON number holds exactly in every language. */
    private static final long MAX_SEED = 1L << 32;

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Supplier<UUID> ids() {
        return UuidCreator::getTimeOrderedEpoch;
    }

    @Produces
    @Singleton
    SiteRules sites(CatalogSettings settings) {
        return new SiteRules(false, settings.fetch().hosts().orElse(Set.of()), Set.of());
    }

    @Produces
    @Singleton
    MediaStorage mediaStorage(CatalogSettings settings) {
        return MediaStores.open(settings);
    }

    @Produces
    @Singleton
    SignedUrls signedUrls(CatalogSettings settings, Clock clock) {
        return new SignedUrls(settings.mediaSecret(), settings.publicUrl().orElse(""), clock);
    }

    @Produces
    @Singleton
    SigningKeys signingKeys(CatalogSettings settings, Clock clock) {
        if (settings.keysDelay().compareTo(settings.keysRefresh().multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("vto.keys-delay is at least twice vto.keys-refresh, so that every "
                    + "instance knows a key before one signs with it");
        }
        return SigningKeys.load(settings.keysDir(), settings.generateKeys(), settings.keysDelay(), clock);
    }

    @Produces
    @ApplicationScoped
    Photos photos(MediaStorage store, Supplier<UUID> ids) {
        ExecutorService workers = Executors.newFixedThreadPool(PHOTO_WORKERS, work -> {
            Thread thread = new Thread(work, "photo-check");
            thread.setDaemon(true);
            return thread;
        });
        return new StoredPhotos(store, workers, Infrastructure.getDefaultWorkerPool(), ids);
    }

    @Produces
    @Singleton
    Access access(Collections collections, Projects projects, Products products) {
        return new Access(collections, projects, products);
    }

    @Produces
    @Singleton
    CreateCollection createCollection(Collections collections, Supplier<UUID> ids, Clock clock, Caps caps) {
        return new CreateCollection(collections, ids, clock, caps.collections());
    }

    @Produces
    @Singleton
    CreateProject createProject(Access access, Projects projects, Supplier<UUID> ids, Clock clock, Caps caps) {
        return new CreateProject(access, projects, ids, clock, caps.projects());
    }

    @Produces
    @Singleton
    CreateProduct createProduct(Access access, Products products, Supplier<UUID> ids, Clock clock) {
        return new CreateProduct(access, products, ids, clock);
    }

    @Produces
    @Singleton
    SetPhoto setPhoto(Access access, Products products, Photos photos) {
        return new SetPhoto(access, products, photos);
    }

    @Produces
    @Singleton
    ClearPhoto clearPhoto(Access access, Products products) {
        return new ClearPhoto(access, products);
    }

    @Produces
    @Singleton
    EditCollection editCollection(Access access, Collections collections) {
        return new EditCollection(access, collections);
    }

    @Produces
    @Singleton
    EditProject editProject(Access access, Projects projects) {
        return new EditProject(access, projects);
    }

    @Produces
    @Singleton
    Offer offer(CatalogSettings settings) {
        return new Offer(settings.kinds(), settings.presets());
    }

    @Produces
    @Singleton
    EditProduct editProduct(Access access, Products products) {
        return new EditProduct(access, products);
    }

    @Produces
    @Singleton
    SubmitJob.Limits jobLimits(CatalogSettings settings, Caps caps) {
        return new SubmitJob.Limits(settings.maxPriority(), settings.jobMaxAttempts(), caps.openJobs());
    }

    @Produces
    @Singleton
    SubmitJob submitJob(
            Access access,
            Offer offer,
            Products products,
            Results results,
            Users users,
            Jobs jobs,
            Relay relay,
            Supplier<UUID> ids,
            SubmitJob.Limits limits) {
        return new SubmitJob(
                access,
                new SpecifyJob(offer, products, results, users),
                jobs,
                relay,
                ids,
                () -> ThreadLocalRandom.current().nextLong(MAX_SEED),
                limits);
    }

    @Produces
    @Singleton
    RetryJob retryJob(
            Access access,
            Jobs jobs,
            Products products,
            Results results,
            Relay relay,
            Supplier<UUID> ids,
            SubmitJob.Limits limits) {
        return new RetryJob(access, jobs, products, results, relay, ids, limits);
    }

    @Produces
    @Singleton
    CancelJob cancelJob(Access access, Jobs jobs, Relay relay) {
        return new CancelJob(access, jobs, relay);
    }

    @Produces
    @Singleton
    PruneReplays pruneReplays(Replays replays) {
        return new PruneReplays(replays, REPLAYS_PRUNED_AT_ONCE);
    }
}
