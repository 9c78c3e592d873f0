package dev.vto.worker.adapter.out.postgres;

import dev.vto.shared.adapter.postgres.Columns;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.media.MediaKey;
import dev.vto.shared.media.PhotoRef;
import dev.vto.worker.domain.Made;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows that results become, with what counts and names them; written within the transaction of their runs' end. */
final class ResultRows {

    private static final String PICTURES =
            """
            INSERT INTO generate_img (user_id, project_id, job_id, provider, model, ai_generated,
              id, url, thumbnail_url, product_id, view, position, seed, width, height, bytes, content_type)
            SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::boolean[],
              $7::uuid[], $8::text[], $9::text[], $10::uuid[], $11::text[], $12::int[], $13::bigint[], $14::int[],
              $15::int[], $16::bigint[], $17::text[])
            """;

    private static final String CLIPS =
            """
            INSERT INTO generate_video (user_id, project_id, job_id, provider, model, ai_generated,
              id, url, thumbnail_url, product_id, seed, seconds, width, height, bytes, content_type)
            SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::boolean[],
              $7::uuid[], $8::text[], $9::text[], $10::uuid[], $11::bigint[], $12::real[], $13::int[], $14::int[],
              $15::bigint[], $16::text[])
            """;

    private static final String LETTERS =
            """
            INSERT INTO marketing_letter (user_id, project_id, job_id, provider, model, ai_generated,
              id, product_id, language, headline, summary, bullet_points, generated)
            SELECT owner, project, job, provider, model, ai, id, product, language, headline, summary,
              points::jsonb, generated::jsonb
            FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::boolean[],
              $7::uuid[], $8::uuid[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[])
              AS l(owner, project, job, provider, model, ai, id, product, language, headline, summary, points, generated)
            """;

    private static final String COUNT =
            """
            UPDATE projects p SET total_image_number = coalesce(p.total_image_number, 0) + made.images,
              total_video_number = coalesce(p.total_video_number, 0) + made.videos,
              marketing_letter_key = coalesce(made.letter, p.marketing_letter_key), updated_at = now()
            FROM unnest($1::uuid[], $2::int[], $3::int[], $4::uuid[]) AS made(project, images, videos, letter)
            WHERE p.id = made.project
            """;

    /** The newest letter, whichever of two runs that ended together wrote last. */
    private static final String LETTER_KEYS =
            """
            UPDATE products p SET marketing_letter_key = greatest(p.marketing_letter_key, l.letter), updated_at = now()
            FROM (SELECT DISTINCT ON (product) product, letter
                  FROM unnest($1::uuid[], $2::uuid[]) AS n(product, letter) ORDER BY product, letter DESC) l
            WHERE p.id = l.product
            """;

    private final SqlConnection connection;
    private final List<Ending> endings;

    ResultRows(SqlConnection connection, List<Ending> endings) {
        this.connection = connection;
        this.endings = endings;
    }

    /** A result, and the run that made it. */
    private record Of<R>(Ending ending, R result) {}

    /** A picture, and which one of its job's it is, from 0. */
    private record Placed(Made.Picture picture, int place) {}

    /** What a project has got. */
    private record Totals(UUID project, int images, int videos, @Nullable UUID letter) {

        static Totals of(Ending ending) {
            return new Totals(
                    ending.projectId(),
                    ending.made().pictures().size(),
                    ending.made().clips().size(),
                    ending.letter()
                            .map(letter -> letter.id().value())
                            .findFirst()
                            .orElse(null));
        }

        Totals and(Totals later) {
            return new Totals(
                    project,
                    images + later.images,
                    videos + later.videos,
                    later.letter == null ? letter : later.letter);
        }
    }

    /** Sent in this order, and none waits for the answer to the one before it. */
    Uni<Void> insert() {
        List<Of<Made.Letter>> letters = each(Ending::letter);
        return Uni.join()
                .all(
                        insertPictures(each(ending -> IntStream.range(
                                        0, ending.made().pictures().size())
                                .mapToObj(
                                        i -> new Placed(ending.made().pictures().get(i), i)))),
                        insertClips(each(ending -> ending.made().clips().stream())),
                        insertLetters(letters),
                        nameLetters(letters),
                        count())
                .andFailFast()
                .replaceWithVoid();
    }

    private <R> List<Of<R>> each(Function<Ending, Stream<R>> results) {
        return endings.stream()
                .flatMap(ending -> results.apply(ending).map(result -> new Of<>(ending, result)))
                .toList();
    }

    private Uni<Void> insertPictures(List<Of<Placed>> pictures) {
        return write(PICTURES, pictures, () -> ofRuns(pictures)
                .uuid(of -> of.result().picture().id().value())
                .text(of -> ref(of.result().picture().file().key()))
                .text(of -> ref(of.result().picture().file().thumbnail()))
                .uuid(of -> of.result().picture().productId().value())
                .text(of -> of.result().picture().view().name())
                .integer(of -> of.result().place())
                .bigint(of -> of.result().picture().seed())
                .integer(of -> of.result().picture().file().width())
                .integer(of -> of.result().picture().file().height())
                .bigint(of -> of.result().picture().file().bytes())
                .text(of -> of.result().picture().file().contentType()));
    }

    private Uni<Void> insertClips(List<Of<Made.Clip>> clips) {
        return write(CLIPS, clips, () -> ofRuns(clips)
                .uuid(of -> of.result().id().value())
                .text(of -> ref(of.result().file().key()))
                .text(of -> ref(of.result().file().thumbnail()))
                .uuid(of -> valueOf(of.result().productId()))
                .bigint(of -> of.result().seed())
                .real(of -> (float) of.result().seconds())
                .integer(of -> of.result().file().width())
                .integer(of -> of.result().file().height())
                .bigint(of -> of.result().file().bytes())
                .text(of -> of.result().file().contentType()));
    }

    private Uni<Void> insertLetters(List<Of<Made.Letter>> letters) {
        return write(LETTERS, letters, () -> ofRuns(letters)
                .uuid(of -> of.result().id().value())
                .uuid(of -> valueOf(of.ending().job().productId()))
                .text(of -> of.result().language())
                .text(of -> of.result().headline())
                .text(of -> of.result().summary())
                .text(of -> new JsonArray(of.result().bulletPoints()).encode())
                .text(of -> generated(of.result())));
    }

    private Uni<Void> nameLetters(List<Of<Made.Letter>> letters) {
        List<Of<Made.Letter>> ofProducts = letters.stream()
                .filter(of -> of.ending().job().productId() != null)
                .toList();
        return write(LETTER_KEYS, ofProducts, () -> Columns.of(ofProducts)
                .uuid(of -> valueOf(of.ending().job().productId()))
                .uuid(of -> of.result().id().value()));
    }

    private Uni<Void> count() {
        Map<UUID, Totals> totals = new LinkedHashMap<>();
        endings.forEach(ending -> totals.merge(ending.projectId(), Totals.of(ending), Totals::and));
        List<Totals> rows = List.copyOf(totals.values());
        return write(COUNT, rows, () -> Columns.of(rows)
                .uuid(Totals::project)
                .integer(Totals::images)
                .integer(Totals::videos)
                .uuid(Totals::letter));
    }

    /** The columns that all results have. */
    private static <R> Columns<Of<R>> ofRuns(List<Of<R>> results) {
        return Columns.of(results)
                .uuid(of -> of.ending().job().ownerId().value())
                .uuid(of -> of.ending().projectId())
                .uuid(of -> of.ending().jobId())
                .text(of -> of.ending().made().origin().provider())
                .text(of -> of.ending().made().origin().model())
                .bool(of -> of.ending().made().origin().aiGenerated());
    }

    private Uni<Void> write(String sql, Collection<?> rows, Supplier<Columns<?>> columns) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : Database.query(connection, sql, columns.get().tuple()).replaceWithVoid();
    }

    private static String generated(Made.Letter letter) {
        return new JsonObject()
                .put("headline", letter.headline())
                .put("summary", letter.summary())
                .put("bulletPoints", new JsonArray(letter.bulletPoints()))
                .encode();
    }

    private static @Nullable UUID valueOf(@Nullable ProductId product) {
        return product == null ? null : product.value();
    }

    private static String ref(MediaKey key) {
        return PhotoRef.stored(key).value();
    }
}
