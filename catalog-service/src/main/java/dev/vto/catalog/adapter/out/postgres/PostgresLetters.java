package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Letters;
import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.result.Letter;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

@Singleton
class PostgresLetters extends PostgresRestorable<LetterId, Letter> implements Letters {

    private static final String INSERT =
            """
            INSERT INTO marketing_letter (id, user_id, project_id, product_id, language, headline, summary,
              bullet_points, ai_generated, created_at, updated_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, false, $9, $9)
            """;

    private static final String MAKE_CURRENT = "UPDATE projects SET marketing_letter_key = $2 WHERE id = $1";

    private static final String MAKE_CURRENT_IF_NONE_IS =
            "UPDATE projects SET marketing_letter_key = $2 WHERE id = $1 AND marketing_letter_key IS NULL";

    private static final String EDIT =
            """
            UPDATE marketing_letter SET headline = $2, summary = $3, bullet_points = $4,
              updated_at = now(), version = version + 1
            WHERE id = $1 RETURNING *
            """;

    PostgresLetters(Pool pool, Transactions transactions) {
        super(pool, transactions, "marketing_letter", LetterId::value, ResultRow::toLetter);
    }

    @Override
    public Uni<Void> add(Letter letter, UserId owner) {
        UUID project = letter.projectId().value();
        UUID product =
                Optional.ofNullable(letter.productId()).map(ProductId::value).orElse(null);
        return transaction(connection -> {
            Recount recount = new Recount(
                    connection,
                    List.of(project),
                    Optional.ofNullable(product).stream().toList());
            return recount.lock()
                    .invoke(PostgresLetters::requireLive)
                    .chain(() -> query(connection, INSERT, row(letter, owner, product)))
                    .chain(() -> query(
                            connection,
                            MAKE_CURRENT,
                            Tuple.of(project, letter.id().value())))
                    .chain(recount::run);
        });
    }

    @Override
    public Uni<Optional<Letter>> edit(LetterId id, Precondition precondition, UnaryOperator<Letter.Text> change) {
        return changeLive(id, precondition, (connection, row) -> {
            Letter.Text text = change.apply(ResultRow.toLetter(row).text());
            return query(connection, EDIT, Tuple.of(id.value(), text.headline(), text.summary(), points(text)))
                    .map(rows -> rows.iterator().next());
        });
    }

    @Override
    Uni<Void> restored(SqlConnection connection, Row row) {
        return query(connection, MAKE_CURRENT_IF_NONE_IS, Tuple.of(row.getUUID("project_id"), row.getUUID("id")))
                .replaceWithVoid();
    }

    private static void requireLive(Recount.Live live) {
        if (!live.projects()) {
            throw Rejected.notFound("project");
        }
        if (!live.products()) {
            throw Product.unknown();
        }
    }

    private static Tuple row(Letter letter, UserId owner, @Nullable UUID product) {
        Letter.Text text = letter.text();
        return Tuple.tuple()
                .addUUID(letter.id().value())
                .addUUID(owner.value())
                .addUUID(letter.projectId().value())
                .addUUID(product)
                .addString(letter.language())
                .addString(text.headline())
                .addString(text.summary())
                .addValue(points(text))
                .addOffsetDateTime(letter.createdAt().atOffset(ZoneOffset.UTC));
    }

    private static JsonArray points(Letter.Text text) {
        return new JsonArray(text.bulletPoints());
    }
}
