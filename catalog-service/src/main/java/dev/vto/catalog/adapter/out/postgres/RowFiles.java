package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.MediaFiles;
import dev.vto.shared.media.MediaKey;
import dev.vto.shared.media.PhotoRef;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The files of rows that go: removed unless another row of their owner names them, be it as a photo or as a result. */
final class RowFiles {

    private final SqlConnection connection;
    private final MediaFiles files;

    RowFiles(SqlConnection connection, MediaFiles files) {
        this.connection = connection;
        this.files = files;
    }

    /** @param gone deleted in this transaction, all columns */
    Uni<Void> removeOf(RowSet<Row> gone) {
        Set<MediaKey> stored = new LinkedHashSet<>();
        Set<UUID> owners = new LinkedHashSet<>();
        for (Row row : gone) {
            if (row.getColumnIndex("user_id") >= 0 && row.getUUID("user_id") != null) {
                owners.add(row.getUUID("user_id"));
            }
            for (int column = 0; column < row.size(); column++) {
                if (row.getColumnName(column).endsWith("url")) {
                    Optional.ofNullable(row.getString(column))
                            .flatMap(RowFiles::key)
                            .ifPresent(stored::add);
                }
            }
        }
        if (stored.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return new UnnamedFiles(connection).among(stored, owners).chain(files::remove);
    }

    private static Optional<MediaKey> key(String text) {
        try {
            return new PhotoRef(text).key();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
