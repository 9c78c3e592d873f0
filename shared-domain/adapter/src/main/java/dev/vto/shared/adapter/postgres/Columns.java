package dev.vto.shared.adapter.postgres;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many rows as the parameters of one statement that unnests them: an array for each column, in the order of its calls.
 *
 * @param <T> a row
 */
public final class Columns<T> {

    private final List<T> rows;
    private final Tuple parameters = Tuple.tuple();

    private Columns(List<T> rows) {
        this.rows = rows;
    }

    public static <T> Columns<T> of(List<T> rows) {
        return new Columns<>(rows);
    }

    public Columns<T> uuid(Function<T, @Nullable UUID> column) {
        parameters.addArrayOfUUID(rows.stream().map(column).toArray(UUID[]::new));
        return this;
    }

    public Columns<T> text(Function<T, @Nullable String> column) {
        parameters.addArrayOfString(rows.stream().map(column).toArray(String[]::new));
        return this;
    }

    public Columns<T> integer(Function<T, @Nullable Integer> column) {
        parameters.addArrayOfInteger(rows.stream().map(column).toArray(Integer[]::new));
        return this;
    }

    public Columns<T> bigint(Function<T, @Nullable Long> column) {
        parameters.addArrayOfLong(rows.stream().map(column).toArray(Long[]::new));
        return this;
    }

    public Columns<T> real(Function<T, Float> column) {
        parameters.addArrayOfFloat(rows.stream().map(column).toArray(Float[]::new));
        return this;
    }

    public Columns<T> bool(Function<T, Boolean> column) {
        parameters.addArrayOfBoolean(rows.stream().map(column).toArray(Boolean[]::new));
        return this;
    }

    public Tuple tuple() {
        return parameters;
    }
}
