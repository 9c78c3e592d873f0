package dev.vto.provision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The platform's three roles and a database for them. The administrator is the cluster's superuser, or a role with
 * CREATEROLE and CREATEDB, as managed clusters have.
 */
public final class PlatformDatabase {

    /** Its usual name. */
    public static final String NAME = "vto";

    private static final String OWNER = "vto_owner";
    private static final String CATALOG = "vto_catalog";
    private static final String WORKER = "vto_worker";

    private PlatformDatabase() {}

    /**
     * Makes what is absent, and sets the roles' passwords again.
     *
     * @param jdbcUrl any database of the cluster that the administrator may connect to
     * @param administrator name of the role whose password is {@link DatabasePasswords#superuser()}
     * @param database a plain identifier
     * @throws IllegalStateException if the cluster refuses or does not answer
     */
    public static void ensure(String jdbcUrl, String administrator, DatabasePasswords passwords, String database) {
        try (Connection connection = connect(jdbcUrl, administrator, passwords.superuser())) {
            for (Map.Entry<String, String> role : Map.of(
                            OWNER, passwords.owner(), CATALOG, passwords.catalog(), WORKER, passwords.worker())
                    .entrySet()) {
                ensureRole(connection, role.getKey(), role.getValue());
            }
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = current_user AND rolsuper")) {
                // Who is no superuser gives away, and changes the rights of, only what belongs to its own roles.
                execute(connection, "GRANT " + OWNER + " TO CURRENT_USER WITH INHERIT TRUE, SET TRUE");
            }
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
                execute(connection, "CREATE DATABASE " + database + " OWNER " + OWNER);
            }
            execute(connection, "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
            execute(connection, "GRANT CONNECT ON DATABASE " + database + " TO " + CATALOG + ", " + WORKER);
        } catch (SQLException e) {
            throw new IllegalStateException("the database could not be prepared: " + e.getMessage(), e);
        }
    }

    /** Not by DriverManager, which knows no driver of a class loader that is younger than its first use. */
    private static Connection connect(String jdbcUrl, String role, String password) throws SQLException {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(jdbcUrl);
        return server.getConnection(role, password);
    }

    private static void ensureRole(Connection connection, String role, String password) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
            execute(connection, "CREATE ROLE " + role + " LOGIN");
        }
        setPassword(connection, role, password);
    }

    /** Sends the server a verifier: the password itself would stand in its log wherever statements are logged. */
    public static void setPassword(Connection connection, String role, String password) throws SQLException {
        connection.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
    }

    private static boolean exists(Connection connection, String query, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
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
}
