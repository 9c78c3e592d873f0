package dev.vto.bench.jobs.load;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How the database of the platform is reached, as the cluster's superuser. */
public record Login(String jdbcUrl, String user, String password) {

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }

    /** {@code host}, {@code port} and {@code path} of it. */
    public URI address() {
        return URI.create(jdbcUrl.substring("jdbc:".length()));
    }

    /** Names no password. */
    @Override
    public String toString() {
        return "Login[" + jdbcUrl + "]";
    }
}
