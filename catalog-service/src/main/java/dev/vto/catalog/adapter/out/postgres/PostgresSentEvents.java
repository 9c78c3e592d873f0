package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.SentEvents;
import dev.vto.catalog.domain.job.EventScope;
import dev.vto.catalog.domain.job.JobEvent;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.event.Topics;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the outbox holds with a position: the relay commits positions in their order. */
@ApplicationScoped
class PostgresSentEvents implements SentEvents {

    private static final String[] TYPES = Arrays.stream(JobEventType.values())
            .filter(type -> type.topic() == Topics.EVENTS)
            .map(JobEventType::type)
            .toArray(String[]::new);

    private static final String OWNER = "o.payload ->> 'userId'";
    private static final String SUBMITTER = "o.payload ->> 'submittedBy'";

    /** Whoever submitted the job to somebody else's project that is still shared with them. */
    private static final String IS_SHARED_WITH_SUBMITTER =
            """
            %1$s <> %2$s AND EXISTS (
              SELECT 1 FROM projects p WHERE p.id = (o.payload ->> 'projectId')::uuid AND p.deleted_at IS NULL
                AND %3$s)\
            """
                    .formatted(SUBMITTER, OWNER, Viewers.isSharedWith(SUBMITTER));

    private static final String COLUMNS =
            """
            o.position, o.type, o.aggregateid, o.payload::text AS value, %s AS owner,
            CASE WHEN %s THEN %s END AS submitter
            """
                    .formatted(OWNER, IS_SHARED_WITH_SUBMITTER, SUBMITTER);

    private static final String KEPT =
            "SELECT min(position) AS oldest, max(position) AS newest FROM outbox_event WHERE position IS NOT NULL";

    private static final String AFTER = "SELECT " + COLUMNS
            + """
            FROM outbox_event o WHERE o.position > $1 AND o.type = ANY($3)
            ORDER BY o.position LIMIT $2
            """;

    private static final String WITHIN = "o.position > $2 AND o.position <= $3 AND o.type = ANY($5)";

    private static final String OF_JOB = "SELECT " + COLUMNS
            + """
            FROM outbox_event o WHERE o.aggregateid = $1 AND %s
            ORDER BY o.position LIMIT $4
            """
                    .formatted(WITHIN);

    /** Two index scans, each in the order of the stream. */
    private static final String OF_USER =
            """
            (SELECT %1$s FROM outbox_event o WHERE %2$s = $1 AND %3$s ORDER BY o.position LIMIT $4)
            UNION ALL
            (SELECT %1$s FROM outbox_event o WHERE %4$s = $1 AND %5$s AND %3$s ORDER BY o.position LIMIT $4)
            ORDER BY position LIMIT $4
            """
                    .formatted(COLUMNS, OWNER, WITHIN, SUBMITTER, IS_SHARED_WITH_SUBMITTER);

    private static final String MORE_OF_JOB =
            """
            SELECT 1 FROM outbox_event WHERE aggregateid = $1 AND type = ANY($3)
              AND (position > $2 OR position IS NULL AND parked_reason IS NULL) LIMIT 1
            """;

    private final Pool pool;

    PostgresSentEvents(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Kept> kept() {
        return query(KEPT, Tuple.tuple()).map(rows -> {
            Row row = rows.iterator().next();
            Long oldest = row.getLong("oldest");
            return oldest == null ? Kept.NOTHING : new Kept(oldest, row.getLong("newest"));
        });
    }

    @Override
    public Uni<List<JobEvent>> after(long position, int limit) {
        return query(AFTER, Tuple.of(position, limit, TYPES)).map(PostgresSentEvents::events);
    }

    @Override
    public Uni<List<JobEvent>> of(EventScope scope, long after, long upTo, int limit) {
        return scope instanceof EventScope.OfJob one
                ? page(OF_JOB, one.job().toString(), after, upTo, limit)
                : page(OF_USER, ((EventScope.OfUser) scope).user().toString(), after, upTo, limit);
    }

    @Override
    public Uni<Boolean> moreOf(JobId job, long after) {
        return query(MORE_OF_JOB, Tuple.of(job.toString(), after, TYPES)).map(rows -> rows.rowCount() > 0);
    }

    private Uni<List<JobEvent>> page(String sql, String of, long after, long upTo, int limit) {
        return query(sql, Tuple.of(of, after, upTo, limit, TYPES)).map(PostgresSentEvents::events);
    }

    private Uni<RowSet<Row>> query(String sql, Tuple parameters) {
        return Detached.from(pool.preparedQuery(sql).execute(parameters));
    }

    private static List<JobEvent> events(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(PostgresSentEvents::event)
                .toList();
    }

    private static JobEvent event(Row row) {
        return new JobEvent(
                row.getLong("position"),
                JobEventType.ofType(row.getString("type")).orElseThrow(),
                new JobId(UUID.fromString(row.getString("aggregateid"))),
                Stream.of("owner", "submitter")
                        .map(row::getString)
                        .flatMap(user -> Optional.ofNullable(user).stream())
                        .map(user -> new UserId(UUID.fromString(user)))
                        .collect(Collectors.toSet()),
                row.getString("value"));
    }
}
