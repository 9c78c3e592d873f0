package dev.vto.infra.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * The schema as it once was, named by the last change that it has: the statements that made it, which no later edit of a
 * change can reach, and rows as the services of then wrote them.
 */
record KeptSchema(String name) {

    private static final Path FOLDER = Path.of("src/test/resources/schema");
    private static final String STATEMENTS = "schema.sql";

    /** All that are kept, the oldest first. */
    static List<KeptSchema> all() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.map(folder -> new KeptSchema(folder.getFileName().toString()))
                    .sorted((one, other) -> one.name.compareTo(other.name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes it, in an empty database. */
    void create(Connection owner) throws SQLException {
        run(owner, STATEMENTS);
    }

    /** The rows of all kept schemas up to this one: a schema adds to those before it. */
    void fill(Connection catalog, Connection worker) throws SQLException {
        for (KeptSchema kept : all()) {
            if (kept.name.compareTo(name) <= 0) {
                kept.run(catalog, "catalog.sql");
                kept.run(worker, "worker.sql");
            }
        }
    }

    void keep(String statements) {
        try {
            Files.createDirectories(FOLDER.resolve(name));
            Files.writeString(FOLDER.resolve(name).resolve(STATEMENTS), statements);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(Connection connection, String file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(FOLDER.resolve(name).resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
