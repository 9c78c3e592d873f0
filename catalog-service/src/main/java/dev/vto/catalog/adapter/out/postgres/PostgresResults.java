package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.application.port.Results;
import dev.vto.catalog.domain.result.Image;
import dev.vto.catalog.domain.result.Letter;
import dev.vto.catalog.domain.result.Video;
import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.VideoId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

@ApplicationScoped
class PostgresResults implements Results {

    /** What narrows the list is a text of its own: in one for all cases no index would fit each. */
    private static final String LIST =
            """
            SELECT * FROM %s
            WHERE project_id = $1 AND id < $2 AND deleted_at IS NULL%s
              AND EXISTS (SELECT 1 FROM projects p WHERE p.id = $1 AND %s)
            ORDER BY id DESC LIMIT $3
            """;

    private static final String LETTERS =
            """
            SELECT * FROM marketing_letter
            WHERE project_id = $1 AND id < $2 AND deleted_at IS NULL
            ORDER BY id DESC LIMIT $3
            """;

    private static final String FIND = "SELECT * FROM %s WHERE id = $1 AND deleted_at IS NULL";

    private static final String IMAGES_OF =
            """
            SELECT i.* FROM unnest($2::uuid[]) WITH ORDINALITY AS wanted(id, place)
            JOIN generate_img i ON i.id = wanted.id
            WHERE i.project_id = $1 AND i.deleted_at IS NULL
            ORDER BY wanted.place
            """;

    private final Pool pool;

    PostgresResults(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Page<Image>> images(Filter filter, Page.Request page) {
        return rows(list("generate_img", filter), parameters(filter, page), ResultRow::toImage)
                .map(images -> page.page(images, image -> image.id().value()));
    }

    @Override
    public Uni<Optional<Image>> image(ImageId id) {
        return first("generate_img", id.value(), ResultRow::toImage);
    }

    @Override
    public Uni<List<Image>> imagesOf(ProjectId project, List<ImageId> ids) {
        UUID[] wanted = ids.stream().map(ImageId::value).toArray(UUID[]::new);
        return rows(IMAGES_OF, Tuple.of(project.value(), wanted), ResultRow::toImage);
    }

    @Override
    public Uni<Page<Video>> videos(Filter filter, Page.Request page) {
        return rows(list("generate_video", filter), parameters(filter, page), ResultRow::toVideo)
                .map(videos -> page.page(videos, video -> video.id().value()));
    }

    @Override
    public Uni<Optional<Video>> video(VideoId id) {
        return first("generate_video", id.value(), ResultRow::toVideo);
    }

    @Override
    public Uni<Page<Letter>> letters(ProjectId project, Page.Request page) {
        return rows(
                        LETTERS,
                        Tuple.of(project.value(), page.before().orElse(NewestFirst.TOP), page.fetch()),
                        ResultRow::toLetter)
                .map(letters -> page.page(letters, letter -> letter.id().value()));
    }

    @Override
    public Uni<Optional<Letter>> letter(LetterId id) {
        return first("marketing_letter", id.value(), ResultRow::toLetter);
    }

    private <T> Uni<Optional<T>> first(String table, UUID id, Function<Row, T> mapping) {
        return rows(FIND.formatted(table), Tuple.of(id), mapping)
                .map(found -> found.stream().findFirst());
    }

    private <T> Uni<List<T>> rows(String sql, Tuple parameters, Function<Row, T> mapping) {
        return Detached.from(pool.preparedQuery(sql).execute(parameters))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(mapping)
                        .toList());
    }

    private static String list(String table, Filter filter) {
        StringBuilder narrowing = new StringBuilder();
        filter.product().ifPresent(product -> narrowing.append(" AND product_id = $5"));
        filter.job().ifPresent(job -> narrowing
                .append(" AND job_id = $")
                .append(filter.product().isPresent() ? 6 : 5));
        filter.selected()
                .ifPresent(
                        selected -> narrowing.append(selected ? " AND is_selected" : " AND is_selected IS NOT TRUE"));
        return LIST.formatted(table, narrowing, Viewers.mayBeSeenBy("$4"));
    }

    private static Tuple parameters(Filter filter, Page.Request page) {
        Tuple parameters = Tuple.of(
                filter.project().value(),
                page.before().orElse(NewestFirst.TOP),
                page.fetch(),
                filter.viewer().value());
        filter.product().ifPresent(product -> parameters.addUUID(product.value()));
        filter.job().ifPresent(job -> parameters.addUUID(job.value()));
        return parameters;
    }
}
