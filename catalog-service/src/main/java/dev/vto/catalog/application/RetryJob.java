package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Jobs;
import dev.vto.catalog.application.port.Products;
import dev.vto.catalog.application.port.Relay;
import dev.vto.catalog.application.port.Results;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.job.NewJob;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.domain.result.Image;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes a new job of one that failed or was canceled, with the same spec. */
public final class RetryJob {

    private final Access access;
    private final Jobs jobs;
    private final Products products;
    private final Results results;
    private final Relay relay;
    private final Supplier<UUID> ids;
    private final SubmitJob.Limits limits;

    public RetryJob(
            Access access,
            Jobs jobs,
            Products products,
            Results results,
            Relay relay,
            Supplier<UUID> ids,
            SubmitJob.Limits limits) {
        this.access = access;
        this.jobs = jobs;
        this.products = products;
        this.results = results;
        this.relay = relay;
        this.ids = ids;
        this.limits = limits;
    }

    public Uni<Job> retry(UserId user, JobId id) {
        return jobs.find(id)
                .map(found -> found.orElseThrow(() -> Rejected.notFound("job")))
                .call(job -> access.projectOf("job", job.projectId(), user, Role.EDITOR))
                .flatMap(job -> {
                    NewJob again = job.again(new JobId(ids.get()), user, limits.maxPriority(), limits.maxAttempts());
                    return requireLive(job.products())
                            .chain(() -> requireSources(job))
                            .chain(() -> jobs.submit(again, limits.openJobs()));
                })
                .invoke(relay::wake);
    }

    private Uni<Void> requireSources(Job job) {
        if (job.sources().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return results.imagesOf(job.projectId(), job.sources())
                .map(live -> live.stream().map(Image::id).toList())
                .invoke(live -> job.sources().stream()
                        .filter(image -> !live.contains(image))
                        .findFirst()
                        .ifPresent(image -> {
                            throw Rejected.conflict(
                                    "image_deleted", "The job shows image " + image + ", which is deleted.");
                        }))
                .replaceWithVoid();
    }

    private Uni<Void> requireLive(Set<ProductId> wanted) {
        return products.liveOf(wanted)
                .invoke(live -> wanted.stream()
                        .filter(product -> !live.contains(product))
                        .findFirst()
                        .ifPresent(product -> {
                            throw Rejected.conflict(
                                    "product_deleted", "The job is of product " + product + ", which is deleted.");
                        }))
                .replaceWithVoid();
    }
}
