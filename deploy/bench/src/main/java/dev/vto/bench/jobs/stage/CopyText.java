package dev.vto.bench.jobs.stage;

import dev.vto.bench.BenchFailure;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows in the text format of COPY, sent on as they are made. */
final class CopyText {

    private static final int CHUNK = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder chunk = new StringBuilder(CHUNK * 2);
    private long rows;

    private CopyText(CopyIn copy) {
        this.copy = copy;
    }

    /** Writes the rows of so many numbers. */
    interface Rows {

        void write(CopyText to, int number);
    }

    /**
     * Copies, from one number to another.
     *
     * @return how many rows
     */
    static long copy(Connection connection, String sql, int from, int to, Rows rows) throws SQLException {
        CopyText text =
                new CopyText(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql));
        for (int number = from; number < to; number++) {
            rows.write(text, number);
            if (text.chunk.length() > CHUNK) {
                text.send();
            }
        }
        text.send();
        long copied = text.copy.endCopy();
        if (copied != text.rows) {
            throw new BenchFailure(copied + " rows of " + text.rows + " were copied");
        }
        return copied;
    }

    /** @param values one a column; null is NULL */
    void row(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                chunk.append('\t');
            }
            append(values[i]);
        }
        chunk.append('\n');
        rows++;
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            chunk.append("\\N");
            return;
        }
        String text = value.toString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> chunk.append("\\\\");
                case '\t' -> chunk.append("\\t");
                case '\n' -> chunk.append("\\n");
                case '\r' -> chunk.append("\\r");
                default -> chunk.append(c);
            }
        }
    }

    private void send() throws SQLException {
        byte[] bytes = chunk.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        chunk.setLength(0);
    }
}
