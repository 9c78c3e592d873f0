package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Jobs;
import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.job.NewJob;
import dev.vto.shared.adapter.event.OutboxSql;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

@ApplicationScoped
class PostgresJobs implements Jobs {

    /** Places in the queue are counted so far and no further. */
    private static final int QUEUE_COUNTED = 1000;

    static final String SOURCE = "jsonb_build_object('source', '/catalog-service')";

    private static final String FIND = "SELECT " + JobRow.COLUMNS
            + """
            , CASE WHEN j.status IN ('PENDING', 'QUEUED') THEN (
                SELECT count(*) FROM (
                  SELECT 1 FROM vto_job w
                  WHERE w.status IN ('PENDING', 'QUEUED') AND w.next_attempt_at IS NULL AND w.id <> j.id
                    AND (w.priority > j.priority
                      OR w.priority = j.priority AND (w.rank, w.id) < (j.rank, j.id))
                  LIMIT %d) ahead) + 1 END AS queue_position
            FROM vto_job j WHERE j.id = $1
            """
                    .formatted(QUEUE_COUNTED - 1);

    private static final String FIND_VISIBLE = FIND
            + " AND EXISTS (SELECT 1 FROM projects p WHERE p.id = j.project_id AND %s)"
                    .formatted(Viewers.mayBeSeenBy("$2"));

    private static final String LIST_OF_PROJECT = "SELECT " + JobRow.COLUMNS
            + """
            FROM vto_job j WHERE j.project_id = $1 AND j.id < $2
              AND (cardinality($4::text[]) = 0 OR j.status = ANY($4))
              AND (cardinality($5::text[]) = 0 OR j.kind = ANY($5))
            ORDER BY j.id DESC LIMIT $3
            """;

    /** Two index scans, each in the order of the list, instead of one that has to sort. */
    private static final String LIST_OF_USER = "SELECT " + JobRow.COLUMNS
            + """
            FROM vto_job j WHERE j.id IN (
              (SELECT l.id FROM vto_job l WHERE l.user_id = $1 %1$s
                 AND EXISTS (SELECT 1 FROM projects p WHERE p.id = l.project_id AND p.deleted_at IS NULL)
               ORDER BY l.id DESC LIMIT $3)
              UNION
              (SELECT l.id FROM vto_job l WHERE l.submitted_by = $1 %1$s
                 AND EXISTS (SELECT 1 FROM projects p WHERE p.id = l.project_id AND %2$s)
               ORDER BY l.id DESC LIMIT $3))
            ORDER BY j.id DESC LIMIT $3
            """
                    .formatted(
                            """
                            AND l.id < $2 AND (cardinality($4::text[]) = 0 OR l.status = ANY($4))
                            AND (cardinality($5::text[]) = 0 OR l.kind = ANY($5))""",
                            Viewers.mayBeSeenBy("$1"));

    /** A statement of its own: in one for both, the user's jobs would be walked through for those of the project. */
    private static final String LIST_OF_USER_IN_PROJECT = "SELECT " + JobRow.COLUMNS
            + """
            FROM vto_job j WHERE j.project_id = $6 AND j.id < $2
              AND (cardinality($4::text[]) = 0 OR j.status = ANY($4))
              AND (cardinality($5::text[]) = 0 OR j.kind = ANY($5))
              AND EXISTS (SELECT 1 FROM projects p WHERE p.id = j.project_id AND p.deleted_at IS NULL
                AND (p.user_id = $1 OR j.submitted_by = $1 AND %s))
            ORDER BY j.id DESC LIMIT $3
            """
                    .formatted(Viewers.isSharedWith("$1"));

    /** Of those of the jobs {@code $1} that are not ended. */
    static final String CANCEL =
            """
            WITH j AS (
              UPDATE vto_job SET cancel_requested_at = coalesce(cancel_requested_at, now()), updated_at = now(),
                status = CASE WHEN status = 'RUNNING' THEN status ELSE 'CANCELED' END,
                finished_at = CASE WHEN status = 'RUNNING' THEN finished_at ELSE now() END,
                next_attempt_at = NULL
              WHERE id = ANY($1) AND (status IN ('PENDING', 'QUEUED')
                OR status = 'RUNNING' AND cancel_requested_at IS NULL)
              RETURNING *
            )
            %s WHERE j.status = 'CANCELED'
            """
                    .formatted(OutboxSql.insert(JobEventType.CANCELED, "j", SOURCE));

    private final Pool pool;
    private final JobSubmissions submissions;

    PostgresJobs(Pool pool, Transactions transactions) {
        this.pool = pool;
        this.submissions = new JobSubmissions(transactions);
    }

    @Override
    public Uni<Job> submit(NewJob job, Cap openJobs) {
        return submissions.submit(job, openJobs);
    }

    @Override
    public Uni<Optional<Job>> find(JobId id) {
        return first(FIND, Tuple.of(id.value()));
    }

    @Override
    public Uni<Optional<Job>> find(JobId id, UserId viewer) {
        return first(FIND_VISIBLE, Tuple.of(id.value(), viewer.value()));
    }

    @Override
    public Uni<Page<Job>> listOfUser(UserId user, Optional<ProjectId> project, Filter filter, Page.Request page) {
        Tuple parameters = Tuple.of(
                user.value(),
                page.before().orElse(NewestFirst.TOP),
                page.fetch(),
                names(filter.statuses()),
                names(filter.kinds()));
        project.ifPresent(only -> parameters.addUUID(only.value()));
        return list(project.isPresent() ? LIST_OF_USER_IN_PROJECT : LIST_OF_USER, parameters, page);
    }

    @Override
    public Uni<Page<Job>> listOfProject(ProjectId project, Filter filter, Page.Request page) {
        return list(
                LIST_OF_PROJECT,
                Tuple.of(
                        project.value(),
                        page.before().orElse(NewestFirst.TOP),
                        page.fetch(),
                        names(filter.statuses()),
                        names(filter.kinds())),
                page);
    }

    @Override
    public Uni<Void> cancel(JobId id) {
        return query(CANCEL, Tuple.of((Object) new UUID[] {id.value()})).replaceWithVoid();
    }

    private Uni<Optional<Job>> first(String sql, Tuple parameters) {
        return query(sql, parameters).map(rows -> Transactions.first(rows)
                .map(row -> JobRow.toJob(row).withQueuePosition(row.getInteger("queue_position"))));
    }

    private Uni<Page<Job>> list(String sql, Tuple parameters, Page.Request page) {
        return query(sql, parameters)
                .map(rows -> page.page(
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(JobRow::toJob)
                                .toList(),
                        PostgresJobs::idOf));
    }

    private Uni<RowSet<Row>> query(String sql, Tuple parameters) {
        return Detached.from(pool.preparedQuery(sql).execute(parameters));
    }

    private static UUID idOf(Job job) {
        return job.id().value();
    }

    private static String[] names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toArray(String[]::new);
    }
}
