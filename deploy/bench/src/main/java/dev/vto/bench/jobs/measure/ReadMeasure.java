package dev.vto.bench.jobs.measure;

import dev.vto.bench.jobs.load.HttpCalls;
import dev.vto.bench.jobs.report.Contender;
import dev.vto.bench.jobs.report.Result;
import dev.vto.bench.jobs.report.Rounds;
import dev.vto.bench.jobs.report.Row;
import dev.vto.bench.jobs.report.Sample;
import dev.vto.bench.jobs.stage.Archive;
import dev.vto.bench.jobs.stage.Backlog;
import dev.vto.bench.jobs.stage.Scale;
import dev.vto.bench.jobs.stage.Seller;
import dev.vto.bench.jobs.stage.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** R: a page of 50 images, and one job, a second. */
public final class ReadMeasure implements Measure {

    private static final String UNIT = "requests/s";
    private static final double GOAL = 0.4;

    @Override
    public List<Row> run(Stage stage) throws Exception {
        stage.clear();
        stage.archive()
                .growToAProjectEach(Backlog.of(stage, Backlog.Of.PICTURES).specs());
        try {
            List<Archive.Entry> read = stage.archive().spread(stage.sellers().size());
            List<Row> rows = new ArrayList<>();
            for (What what : What.values()) {
                List<Result> results = new Rounds(stage.scale().rounds(), stage::say)
                        .of(List.of(new Ours(stage, what, read), new Limit(stage, what, read)), 1);
                rows.add(new Row(
                        "R " + what.label,
                        UNIT,
                        Row.Better.HIGHER,
                        results.get(0),
                        results.get(1),
                        GOAL,
                        HttpLoad.note()));
            }
            return rows;
        } finally {
            stage.clearAll();
        }
    }

    /** What is read, over HTTP and by the statement behind it. */
    enum What {
        IMAGES("50 images") {
            @Override
            String path(Archive.Entry entry) {
                return "/v1/projects/" + entry.project() + "/images?limit=50";
            }

            /** One more than a page, which tells whether there is another. */
            @Override
            String sql(Archive.Entry entry) {
                return """
                        SELECT * FROM generate_img
                        WHERE project_id = '%1$s'::uuid AND id < 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid
                          AND deleted_at IS NULL
                          AND EXISTS (SELECT 1 FROM projects p WHERE p.id = '%1$s'::uuid AND %2$s)
                        ORDER BY id DESC LIMIT 51
                        """
                        .formatted(entry.project(), mayBeSeenBy(entry.reader()));
            }
        },
        JOB("one job") {
            @Override
            String path(Archive.Entry entry) {
                return "/v1/vto-jobs/" + entry.job();
            }

            @Override
            String sql(Archive.Entry entry) {
                return """
                        SELECT j.id, j.project_id, j.product_id, j.user_id, j.submitted_by, j.kind, j.status,
                          j.spec::text AS spec, j.priority, j.progress, j.attempt, j.max_attempts, j.next_attempt_at,
                          j.worker, j.error_code, j.fail_reason, j.queued_at, j.started_at, j.finished_at,
                          j.cancel_requested_at, j.retry_of, j.used_point_type, j.used_amount, j.created_at,
                          j.updated_at,
                          CASE j.kind WHEN 'IMAGE' THEN (SELECT array_agg(i.id ORDER BY i.position)
                            FROM generate_img i WHERE i.job_id = j.id AND i.deleted_at IS NULL) END AS image_ids,
                          CASE j.kind WHEN 'VIDEO' THEN (SELECT array_agg(v.id ORDER BY v.position)
                            FROM generate_video v WHERE v.job_id = j.id AND v.deleted_at IS NULL) END AS video_ids,
                          CASE j.kind WHEN 'LETTER' THEN (SELECT l.id FROM marketing_letter l
                            WHERE l.job_id = j.id AND l.deleted_at IS NULL LIMIT 1) END AS letter_id,
                          CASE WHEN j.status IN ('PENDING', 'QUEUED') THEN (
                            SELECT count(*) FROM (
                              SELECT 1 FROM vto_job w
                              WHERE w.status IN ('PENDING', 'QUEUED') AND w.next_attempt_at IS NULL AND w.id <> j.id
                                AND (w.priority > j.priority
                                  OR w.priority = j.priority AND (w.rank, w.id) < (j.rank, j.id))
                              LIMIT 999) ahead) + 1 END AS queue_position
                        FROM vto_job j WHERE j.id = '%s'::uuid
                          AND EXISTS (SELECT 1 FROM projects p WHERE p.id = j.project_id AND %s)
                        """
                        .formatted(entry.job(), mayBeSeenBy(entry.reader()));
            }
        };

        private final String label;

        What(String label) {
            this.label = label;
        }

        /** Requests, each of one who may read. */
        List<HttpCalls.Call> calls(List<Archive.Entry> read) throws InterruptedException {
            Map<Seller, String> tokens = new HashMap<>();
            List<HttpCalls.Call> calls = new ArrayList<>();
            for (Archive.Entry entry : read) {
                if (!tokens.containsKey(entry.reader())) {
                    tokens.put(entry.reader(), entry.reader().token());
                }
                calls.add(Seller.get(path(entry), tokens.getOrDefault(entry.reader(), "")));
            }
            return calls;
        }

        private static String mayBeSeenBy(Seller reader) {
            return """
                    p.deleted_at IS NULL AND (p.user_id = '%1$s'::uuid OR p.shard_user_list
                      @> jsonb_build_array(jsonb_build_object('userId', '%1$s'::uuid)))"""
                    .formatted(reader.user());
        }

        abstract String path(Archive.Entry entry);

        abstract String sql(Archive.Entry entry);
    }

    /** The catalog, over HTTP. */
    record Ours(Stage stage, What what, List<Archive.Entry> read) implements Contender {

        @Override
        public String name() {
            return "VTO over HTTP, " + what.label;
        }

        @Override
        public Sample round() throws Exception {
            try (HttpLoad load = HttpLoad.ready(stage, Scale.CONNECTIONS, what.calls(read))) {
                return load.put(name(), stage.warmUp(name())).sample();
            }
        }
    }

    /** The same statement without the catalog. */
    private record Limit(Stage stage, What what, List<Archive.Entry> read) implements Contender {

        @Override
        public String name() {
            return SameSql.name();
        }

        @Override
        public Sample round() throws Exception {
            return SameSql.round(stage, read.stream().map(what::sql).toList()).sample();
        }
    }
}
