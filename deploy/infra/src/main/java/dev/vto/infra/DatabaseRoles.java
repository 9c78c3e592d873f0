package dev.vto.infra;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * Makes the platform's roles and a database for them in a cluster, as its superuser. May be repeated: what exists is kept, and
 * the passwords are set again.
 */
final class DatabaseRoles {

    static final String OWNER = "vto_owner";
    static final String CATALOG = "vto_catalog";
    static final String WORKER = "vto_worker";
    static final String DATABASE = "vto";

    private DatabaseRoles() {}

    static void ensure(String jdbcUrl, String superuser, DatabasePasswords passwords, String database)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, superuser, passwords.superuser())) {
            for (Map.Entry<String, String> role : Map.of(
                            OWNER, passwords.owner(), CATALOG, passwords.catalog(), WORKER, passwords.worker())
                    .entrySet()) {
                String verb = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role.getKey())
                        ? "ALTER ROLE "
                        : "CREATE ROLE ";
                execute(connection, verb + role.getKey() + " LOGIN PASSWORD " + literal(role.getValue()));
            }
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
                execute(connection, "CREATE DATABASE " + database + " OWNER " + OWNER);
            }
            execute(connection, "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
            execute(connection, "GRANT CONNECT ON DATABASE " + database + " TO " + CATALOG + ", " + WORKER);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** DDL takes no parameters; a doubled quote is the whole escape while standard_conforming_strings is on. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
