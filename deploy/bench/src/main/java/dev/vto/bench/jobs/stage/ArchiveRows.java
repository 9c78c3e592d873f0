package dev.vto.bench.jobs.stage;

import dev.vto.bench.jobs.stage.ArchiveLayout.Outcome;
import dev.vto.shared.event.JobEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of an archive, as the services would have left them. */
final class ArchiveRows {

    static final String USERS = "COPY users (id, name, email, created_at) FROM STDIN";
    static final String COLLECTIONS = "COPY collections (id, user_id, name, created_at) FROM STDIN";
    static final String PROJECTS =
            "COPY projects (id, collection_id, user_id, name, shard_user_list, created_at) FROM STDIN";
    static final String PRODUCTS = "COPY products (id, user_id, project_id, upper_f_image_url, created_at) FROM STDIN";
    static final String JOBS =
            """
            COPY vto_job (id, user_id, project_id, product_id, submitted_by, kind, spec, rank, claim, attempt, status,
              worker, queued_at, started_at, finished_at, next_attempt_at, created_at, updated_at, progress, provider,
              error_code, fail_reason) FROM STDIN
            """;
    static final String ATTEMPTS =
            """
            COPY job_attempt (job_id, claim, attempt, worker, started_at, finished_at, outcome, error_code) FROM STDIN
            """;
    static final String IMAGES =
            """
            COPY generate_img (id, url, thumbnail_url, user_id, project_id, product_id, job_id, view, position, seed,
              is_selected, selected_at, width, height, bytes, content_type, provider, model, created_at) FROM STDIN
            """;
    static final String EVENTS =
            """
            COPY outbox_event (id, aggregatetype, aggregateid, type, payload, headers, sent_at, position) FROM STDIN
            """;

    private static final List<JobEventType> EVENTS_OF_JOB =
            List.of(JobEventType.REQUESTED, JobEventType.QUEUED, JobEventType.STARTED, JobEventType.SUCCEEDED);

    private static final String PAYLOAD =
            """
            {"jobId": "%1$s", "projectId": "%2$s", "productId": "%3$s", "userId": "%4$s", "submittedBy": "%4$s",\
             "kind": "IMAGE", "status": "SUCCEEDED", "attempt": 1, "maxAttempts": 5, "worker": "worker-1",\
             "progress": 1.000, "queuedAt": "%5$s", "startedAt": "%5$s", "finishedAt": "%5$s", "occurredAt": "%5$s"}\
            """;

    private static final String TRACED =
            """
            {"source": "/vto-worker", "traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}\
            """;

    private static final String WORKER = "worker-1";
    private static final Duration RUN = Duration.ofSeconds(3);
    private static final Duration BACKOFF = Duration.ofDays(30);

    private final ArchiveLayout layout;
    private final List<Seller> sellers;
    private final Map<UUID, String> specs;
    private final Instant now = Instant.now();
    private long position;

    /**
     * @param specs what sellers ask for, as the catalog stores it, by their projects
     * @param position the last that an event of an earlier part has
     */
    ArchiveRows(ArchiveLayout layout, List<Seller> sellers, Map<UUID, String> specs, long position) {
        this.layout = layout;
        this.sellers = sellers;
        this.specs = specs;
        this.position = position;
    }

    private record Place(UUID user, UUID project, UUID product) {}

    long position() {
        return position;
    }

    static void user(CopyText to, int user) {
        to.row(ArchiveIds.USER.id(user), "Archive " + user, "archive-" + user + "@example.com", ArchiveIds.at(user));
    }

    static void collection(CopyText to, int user) {
        to.row(ArchiveIds.COLLECTION.id(user), ArchiveIds.USER.id(user), "Archive", ArchiveIds.at(user));
    }

    /** Each is shared with a seller, who can read it. */
    void project(CopyText to, int project) {
        int user = layout.user(project);
        to.row(
                ArchiveIds.PROJECT.id(project),
                ArchiveIds.COLLECTION.id(user),
                ArchiveIds.USER.id(user),
                "Archive " + project,
                "[{\"userId\": \"" + reader(project).user() + "\", \"role\": \"VIEWER\"}]",
                ArchiveIds.at(project));
    }

    void product(CopyText to, int project) {
        Place place = place(project);
        to.row(
                place.product(),
                place.user(),
                place.project(),
                "media:" + place.user() + "/photo/" + project + ".jpg",
                ArchiveIds.at(project));
    }

    void job(CopyText to, int job) {
        Outcome outcome = ArchiveLayout.outcome(job);
        Place place = place(layout.project(job));
        Instant at = ArchiveIds.at(job);
        boolean waits = outcome == Outcome.WAITING;
        boolean failed = outcome == Outcome.FAILED;
        to.row(
                ArchiveIds.JOB.id(job),
                place.user(),
                place.project(),
                place.product(),
                place.user(),
                "IMAGE",
                specs.get(reader(layout.project(job)).project()),
                job,
                1,
                1,
                waits ? "QUEUED" : outcome.name(),
                WORKER,
                at,
                at,
                waits ? null : at.plus(RUN),
                waits ? now.plus(BACKOFF) : null,
                at,
                at.plus(RUN),
                outcome == Outcome.SUCCEEDED ? 1 : 0,
                outcome == Outcome.SUCCEEDED ? "simulated" : null,
                errorCode(outcome),
                failed ? "The photo was refused by the backend's own check." : null);
    }

    void attempt(CopyText to, int job) {
        Outcome outcome = ArchiveLayout.outcome(job);
        to.row(
                ArchiveIds.JOB.id(job),
                1,
                1,
                WORKER,
                ArchiveIds.at(job),
                ArchiveIds.at(job).plus(RUN),
                outcome == Outcome.WAITING ? "retrying" : outcome.name().toLowerCase(Locale.ROOT),
                errorCode(outcome));
    }

    void images(CopyText to, int job) {
        Place place = place(layout.project(job));
        UUID id = ArchiveIds.JOB.id(job);
        Instant at = ArchiveIds.at(job).plus(RUN);
        for (int i = 0; i < ArchiveLayout.images(job); i++) {
            boolean selected = i == 0 && ArchiveLayout.selected(job);
            String file = "media:" + place.user() + "/" + id + "/1/" + i;
            to.row(
                    ArchiveIds.IMAGE.id(job, i),
                    file + ".jpg",
                    file + "-thumb.jpg",
                    place.user(),
                    place.project(),
                    place.product(),
                    id,
                    "FRONT",
                    i,
                    job,
                    selected,
                    selected ? at : null,
                    1024,
                    1536,
                    161_684,
                    "image/jpeg",
                    "simulated",
                    "simulated-1",
                    at);
        }
    }

    /** All sent just now: what was sent long ago is pruned. */
    void events(CopyText to, int job) {
        Place place = place(layout.project(job));
        UUID id = ArchiveIds.JOB.id(job);
        String payload = PAYLOAD.formatted(id, place.project(), place.product(), place.user(), ArchiveIds.at(job));
        for (int i = 0; i < EVENTS_OF_JOB.size(); i++) {
            JobEventType type = EVENTS_OF_JOB.get(i);
            to.row(ArchiveIds.EVENT.id(job, i), "vto_job", id, type.type(), payload, TRACED, now, ++position);
        }
    }

    /** Who may read a project: its owner, or the seller with whom it is shared. */
    Seller reader(int project) {
        return sellers.get(project % sellers.size());
    }

    UUID projectId(int project) {
        return place(project).project();
    }

    private Place place(int project) {
        if (project < sellers.size()) {
            Seller seller = sellers.get(project);
            return new Place(seller.user(), seller.project(), seller.product());
        }
        return new Place(
                ArchiveIds.USER.id(layout.user(project)),
                ArchiveIds.PROJECT.id(project),
                ArchiveIds.PRODUCT.id(project));
    }

    private static @Nullable String errorCode(Outcome outcome) {
        return switch (outcome) {
            case FAILED -> "moderated";
            case WAITING -> "transient";
            case SUCCEEDED, CANCELED -> null;
        };
    }
}
