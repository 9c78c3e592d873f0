package dev.vto.worker.config;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.vto.shared.adapter.media.MediaStores;
import dev.vto.shared.adapter.postgres.PostgresPool;
import dev.vto.shared.adapter.trace.Spans;
import dev.vto.shared.job.RetryPolicy;
import dev.vto.shared.site.SiteRules;
import dev.vto.worker.adapter.out.generation.Backend;
import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.adapter.out.generation.remote.ResultFiles;
import dev.vto.worker.adapter.out.generation.simulated.SimulatedBackend;
import dev.vto.worker.adapter.out.generation.simulated.Simulation;
import dev.vto.worker.adapter.out.generation.studio.StudioBackend;
import dev.vto.worker.adapter.out.generation.studio.cutout.Cutouts;
import dev.vto.worker.adapter.out.generation.studio.image.DecodingMemory;
import dev.vto.worker.adapter.out.generation.studio.image.PhotoReader;
import dev.vto.worker.adapter.out.http.GuardedFetch;
import dev.vto.worker.adapter.out.http.GuardedRemoteMedia;
import dev.vto.worker.adapter.out.log.LoggedJobQueue;
import dev.vto.worker.adapter.out.media.PersonFolder;
import dev.vto.worker.adapter.out.media.RemotePhotos;
import dev.vto.worker.adapter.out.media.SharedMediaStore;
import dev.vto.worker.adapter.out.media.Workspace;
import dev.vto.worker.adapter.out.metrics.MeasuredJobQueue;
import dev.vto.worker.adapter.out.metrics.RunMeters;
import dev.vto.worker.adapter.out.postgres.PostgresJobQueue;
import dev.vto.worker.adapter.out.postgres.PostgresJobSteps;
import dev.vto.worker.adapter.out.provenance.XmpLabels;
import dev.vto.worker.adapter.out.trace.TracedCalls;
import dev.vto.worker.adapter.out.trace.TracedJobQueue;
import dev.vto.worker.application.ClearSteps;
import dev.vto.worker.application.EndRun;
import dev.vto.worker.application.Generators;
import dev.vto.worker.application.MakeResults;
import dev.vto.worker.application.Rescue;
import dev.vto.worker.application.Worker;
import dev.vto.worker.application.port.JobQueue;
import dev.vto.worker.application.port.JobSteps;
import dev.vto.worker.application.port.MediaStore;
import dev.vto.worker.application.port.RemoteMedia;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.arc.All;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.smallrye.common.annotation.Identifier;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Puts the worker together. */
class Wiring {

    private static final Logger LOG = Logger.getLogger(Worker.class);

    /** The threads that make things, one a slot. */
    private static final String GENERATION = "generation";

    static int slots(WorkerSettings settings) {
        return settings.worker().slots().orElse(Runtime.getRuntime().availableProcessors());
    }

    @Produces
    @Singleton
    @Identifier(GENERATION)
    Executor workers(WorkerSettings settings) {
        return Executors.newFixedThreadPool(slots(settings), work -> {
            Thread thread = new Thread(work, "generation");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Produces
    @Singleton
    PgPoolCreator pool(@ConfigProperty(name = "quarkus.datasource.reactive.url") String url) {
        return new PostgresPool(url);
    }

    @Produces
    @Singleton
    Spans spans(WorkerSettings settings, OpenTelemetry telemetry) {
        return Spans.of(settings, telemetry);
    }

    @Produces
    @Singleton
    JobQueue queue(Pool pool, WorkerSettings settings, MeterRegistry registry, Spans spans, Generators generators) {
        JobQueue queue = new LoggedJobQueue(new MeasuredJobQueue(
                new PostgresJobQueue(
                        pool, settings.worker().name(), settings.worker().kinds()),
                new RunMeters(registry)));
        return spans.areWanted()
                ? new TracedJobQueue(queue, spans, kind -> generators.of(kind).provider())
                : queue;
    }

    @Produces
    @Singleton
    SiteRules sites(WorkerSettings settings) {
        return new SiteRules(
                settings.fetch().http(),
                settings.fetch().hosts().orElse(Set.of()),
                settings.fetch().privateHosts().orElse(Set.of()));
    }

    @Produces
    @Singleton
    MediaStore media(WorkerSettings settings, Vertx vertx, SiteRules sites, @Identifier(GENERATION) Executor workers) {
        return new SharedMediaStore(
                MediaStores.open(settings),
                new RemotePhotos(new GuardedFetch(vertx, sites.publicOnly()), workers),
                workers);
    }

    @Produces
    @Singleton
    Rescue rescue(JobQueue queue, MediaStore media, WorkerSettings settings) {
        return new Rescue(
                queue, media, settings.worker().lease(), settings.job().maxLosses());
    }

    @Produces
    @Singleton
    JobSteps steps(Pool pool) {
        return new PostgresJobSteps(pool);
    }

    @Produces
    @Singleton
    Backend studio(WorkerSettings settings, @Identifier(GENERATION) Executor workers) {
        PhotoReader photos = new PhotoReader(
                new DecodingMemory(settings.studio().photoMemory().asLongValue()));
        return new StudioBackend(
                workers, new Cutouts(settings.studio().cutoutMemory().asLongValue(), photos), photos);
    }

    @Produces
    @Singleton
    Backend simulated(WorkerSettings settings, @Identifier(GENERATION) Executor workers) {
        return new SimulatedBackend(new Simulation(
                settings.simulated().latency(),
                settings.simulated().failureRate(),
                () -> ThreadLocalRandom.current().nextDouble(),
                workers));
    }

    @Produces
    @Singleton
    RemoteMedia remoteMedia(Vertx vertx, SiteRules sites) {
        return new GuardedRemoteMedia(new GuardedFetch(vertx, sites));
    }

    @Produces
    @Singleton
    PhotoFiles photoFiles(@Identifier(GENERATION) Executor workers) {
        return new PhotoFiles(workers);
    }

    @Produces
    @Singleton
    ResultFiles resultFiles(RemoteMedia remote, @Identifier(GENERATION) Executor workers) {
        return new ResultFiles(remote, workers);
    }

    @Produces
    @Singleton
    Generators generators(@All List<Backend> backends, WorkerSettings settings, Spans spans) {
        Generators chosen = ChosenGenerators.of(backends, settings.generator());
        return spans.areWanted() ? TracedCalls.of(chosen, spans) : chosen;
    }

    @Produces
    @Singleton
    ClearSteps clearSteps(JobSteps steps, MediaStore media, Generators generators) {
        return new ClearSteps(steps, media, generators);
    }

    @Produces
    @Singleton
    MakeResults makeResults(
            Generators generators,
            MediaStore media,
            JobSteps steps,
            WorkerSettings settings,
            @Identifier(GENERATION) Executor workers) {
        PersonFolder persons = new PersonFolder(settings.personPresets(), workers);
        return new MakeResults(
                generators, media, steps, persons, new XmpLabels(workers), UuidCreator::getTimeOrderedEpoch);
    }

    @Produces
    @Singleton
    Worker worker(
            JobQueue queue,
            MediaStore media,
            MakeResults make,
            @Identifier(GENERATION) Executor workers,
            WorkerSettings settings,
            Vertx vertx,
            MeterRegistry registry) {
        Workspace workspace = new Workspace(workers);
        EndRun end = new EndRun(queue, media, RetryPolicy.DEFAULT, () -> ThreadLocalRandom.current()
                .nextDouble());
        Worker.Run run = (job, progress) -> workspace.with(folder -> make.make(job, folder, progress::accept));
        Worker worker = new Worker(
                queue,
                run.within(settings.job().timeout()),
                end,
                slots(settings),
                task -> vertx.setTimer(1, timer -> task.run()),
                trouble -> LOG.warnf("the queue could not be reached: %s", trouble.toString()));
        Gauge.builder("vto.worker.slots.busy", worker, Worker::busy)
                .description("Jobs that this worker runs")
                .register(registry);
        Gauge.builder("vto.worker.slots.free", worker, it -> slots(settings) - it.busy())
                .description("Jobs that this worker could run besides")
                .register(registry);
        return worker;
    }
}
