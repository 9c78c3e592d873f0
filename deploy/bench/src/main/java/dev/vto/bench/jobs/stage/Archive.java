package dev.vto.bench.jobs.stage;

import dev.vto.bench.jobs.load.Login;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Jobs of the last year with their images, attempts and events, of many users and projects: written by COPY, one
 * connection a table, as fast as PostgreSQL takes them. Foreign keys are not checked row by row; the rows satisfy them.
 */
public final class Archive {

    /** Jobs that an archive may have. */
    public static final int MOST_JOBS = ArchiveIds.MOST_JOBS;

    private static final String JOBS_BEYOND = "SELECT count(*) FROM vto_job WHERE id > '" + ArchiveIds.LAST + "'";

    /** What was added to it. The letters of projects stay named where they were made by the catalog's own rules. */
    private static final List<String> REMOVE_BEYOND = List.of(
            "UPDATE projects SET marketing_letter_key = NULL WHERE marketing_letter_key > '" + ArchiveIds.LAST + "'",
            "DELETE FROM marketing_letter WHERE job_id > '" + ArchiveIds.LAST + "'",
            "DELETE FROM generate_img WHERE job_id > '" + ArchiveIds.LAST + "'",
            "DELETE FROM vto_job WHERE id > '" + ArchiveIds.LAST + "'",
            "DELETE FROM outbox_event WHERE id > '" + ArchiveIds.LAST + "'",
            "VACUUM vto_job, job_attempt, marketing_letter, generate_img, outbox_event");

    /** Counters and keys as the catalog recounts them. */
    private static final List<String> COUNT = List.of(
            """
            UPDATE projects p SET total_image_number = c.images, selected_image_number = c.selected
            FROM (SELECT project_id, count(*) AS images, count(*) FILTER (WHERE is_selected) AS selected
                  FROM generate_img WHERE deleted_at IS NULL GROUP BY project_id) c
            WHERE p.id = c.project_id
              AND (p.total_image_number, p.selected_image_number) IS DISTINCT FROM (c.images, c.selected)
            """,
            """
            UPDATE products r SET generate_img_key = s.id
            FROM (SELECT DISTINCT ON (product_id) product_id, id FROM generate_img
                  WHERE is_selected AND deleted_at IS NULL ORDER BY product_id, selected_at DESC, id DESC) s
            WHERE r.id = s.product_id AND r.generate_img_key IS DISTINCT FROM s.id
            """,
            "VACUUM ANALYZE users, collections, projects, products, vto_job, job_attempt, generate_img, outbox_event",
            "CHECKPOINT");

    /** After the jobs, on which all else hangs, have gone. */
    private static final List<String> REMOVE_OWNERS = List.of(
            "DELETE FROM users WHERE id < '" + ArchiveIds.LAST + "'",
            "UPDATE projects SET total_image_number = 0, selected_image_number = 0",
            "UPDATE products SET generate_img_key = NULL");

    private final Database database;
    private final List<Seller> sellers;
    private final ArchiveLayout layout;
    private int size;
    private long position;

    public Archive(Database database, List<Seller> sellers) {
        this.database = database;
        this.sellers = sellers;
        this.layout = new ArchiveLayout(sellers.size());
    }

    /** A job of it, its project, and a seller who may read both. */
    public record Entry(Seller reader, UUID project, UUID job) {}

    /** Jobs of it. */
    public int size() {
        return size;
    }

    /** How many jobs there are beside its own. */
    public long beyond() throws SQLException {
        return database.count(JOBS_BEYOND);
    }

    /** As {@link #growTo}, until every seller has one project that is full. */
    public void growToAProjectEach(Map<UUID, String> specs) throws SQLException, InterruptedException {
        growTo(ArchiveLayout.PER_PROJECT * sellers.size(), specs);
    }

    /**
     * Adds jobs with all that hangs on them until there are so many, and counts and cleans the tables.
     *
     * @param jobs no less than there are
     * @param specs what sellers ask for, as the catalog stores it, by their projects
     * @return how many rows were added
     */
    public long growTo(int jobs, Map<UUID, String> specs) throws SQLException, InterruptedException {
        if (jobs < size || jobs > MOST_JOBS) {
            throw new IllegalArgumentException(size + " to " + MOST_JOBS + " jobs, not " + jobs);
        }
        ArchiveRows rows = new ArchiveRows(layout, sellers, specs, position);
        int firstProject = Math.max(sellers.size(), layout.projects(size));
        int projects = Math.max(sellers.size(), layout.projects(jobs));
        int firstUser = usersOf(firstProject);
        int users = usersOf(projects);
        int from = size;
        size = jobs;
        long added = together(
                new Table(ArchiveRows.USERS, firstUser, users, ArchiveRows::user),
                new Table(ArchiveRows.COLLECTIONS, firstUser, users, ArchiveRows::collection),
                new Table(ArchiveRows.PROJECTS, firstProject, projects, rows::project),
                new Table(ArchiveRows.PRODUCTS, firstProject, projects, rows::product),
                new Table(ArchiveRows.JOBS, from, jobs, rows::job),
                new Table(ArchiveRows.ATTEMPTS, from, jobs, rows::attempt),
                new Table(ArchiveRows.IMAGES, from, jobs, rows::images),
                new Table(ArchiveRows.EVENTS, Math.max(from, ArchiveLayout.firstWithEvents(jobs)), jobs, rows::events));
        position = rows.position();
        database.execute(COUNT);
        return added;
    }

    /** So many jobs, evenly spread over it. */
    public List<Entry> spread(int count) {
        ArchiveRows rows = new ArchiveRows(layout, sellers, Map.of(), position);
        return IntStream.range(0, count)
                .map(i -> (int) ((long) i * size / count))
                .mapToObj(job -> new Entry(
                        rows.reader(layout.project(job)), rows.projectId(layout.project(job)), ArchiveIds.JOB.id(job)))
                .toList();
    }

    /** Leaves what it holds, and nothing else. */
    void removeBeyond() throws SQLException {
        database.execute(REMOVE_BEYOND);
    }

    /** Removes the rest, once the jobs are gone. */
    void forget() throws SQLException {
        size = 0;
        position = 0;
        database.execute(REMOVE_OWNERS);
    }

    private int usersOf(int projects) {
        return projects == sellers.size() ? 0 : layout.user(projects - 1) + 1;
    }

    private record Table(String sql, int from, int to, CopyText.Rows rows) {

        long copy(Login login) throws SQLException {
            try (Connection connection = login.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("SET session_replication_role = replica");
                return CopyText.copy(connection, sql, from, to, rows);
            }
        }
    }

    private long together(Table... tables) throws SQLException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(tables.length);
        try {
            List<Future<Long>> copies = new ArrayList<>();
            for (Table table : tables) {
                copies.add(threads.submit(() -> table.copy(database.login())));
            }
            long rows = 0;
            for (Future<Long> copy : copies) {
                rows += copy.get();
            }
            return rows;
        } catch (ExecutionException e) {
            throw new SQLException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
