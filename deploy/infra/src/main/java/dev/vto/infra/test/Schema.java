package dev.vto.infra.test;

import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;

/** Runs the platform's changelog, for tests of whoever does not migrate itself. */
public final class Schema {

    private static final String CHANGELOG = "db/changelog/changelog.yaml";

    private Schema() {}

    /** @throws IllegalStateException if a change fails, or one that has been made was edited since */
    public static void migrate(String jdbcUrl, String owner, String password) {
        with(jdbcUrl, owner, password, liquibase -> liquibase.update(new Contexts(), new LabelExpression()));
    }

    /**
     * What {@link #migrate} would run, as Liquibase writes it: each change below a comment that names it.
     *
     * @throws IllegalStateException if a change that has been made was edited since
     */
    public static String statements(String jdbcUrl, String owner, String password) {
        StringWriter sql = new StringWriter();
        with(jdbcUrl, owner, password, liquibase -> liquibase.update(new Contexts(), new LabelExpression(), sql));
        return sql.toString();
    }

    private interface Action {

        void run(Liquibase liquibase) throws LiquibaseException;
    }

    private static void with(String jdbcUrl, String owner, String password, Action action) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, owner, password);
                ClassLoaderResourceAccessor resources =
                        new ClassLoaderResourceAccessor(Schema.class.getClassLoader())) {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            try (Liquibase liquibase = new Liquibase(CHANGELOG, resources, database)) {
                action.run(liquibase);
            }
        } catch (SQLException | LiquibaseException e) {
            throw new IllegalStateException("the schema could not be migrated: " + e.getMessage(), e);
        } catch (Exception e) {
            throw new IllegalStateException("the changelog could not be read: " + e.getMessage(), e);
        }
    }
}
