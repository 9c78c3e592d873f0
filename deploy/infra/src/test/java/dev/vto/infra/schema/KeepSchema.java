package dev.vto.infra.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.infra.PostgresServer;
import dev.vto.infra.test.Schema;
import dev.vto.provision.DatabasePasswords;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeps the schema as it is now. It runs only when it is named, at a release: docs/operations.md tells how. */
class KeepSchema {

    private static final Pattern CHANGE = Pattern.compile("^-- Changeset \\S+::(\\d+)-", Pattern.MULTILINE);

    /** Who ran it, where, and under which lock. */
    private static final Pattern OF_THIS_RUN = Pattern.compile(
            "^(-- (\\*+|Update Database Script|Change Log|Ran at|Against|Liquibase version).*|.*databasechangeloglock.*"
                    + "|-- (Create Database Lock Table|Initialize Database Lock Table|Lock Database|Release Database Lock))\\n+",
            Pattern.MULTILINE);

    @Test
    void asItIsNow(@TempDir Path folder) {
        DatabasePasswords passwords = new DatabasePasswords("super", "owner", "catalog", "worker");
        try (PostgresServer server = PostgresServer.start(folder, 0, passwords)) {
            String statements = Schema.statements(server.jdbcUrl(), "vto_owner", passwords.owner());
            String last =
                    CHANGE.matcher(statements).results().map(MatchResult::group).reduce("", (earlier, later) -> later);
            assertThat(last).isNotEmpty();
            new KeptSchema(CHANGE.matcher(last).replaceAll("$1"))
                    .keep(OF_THIS_RUN.matcher(statements).replaceAll(""));
        }
    }
}
