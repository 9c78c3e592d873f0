package dev.vto.infra.test;

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

    /** @throws IllegalStateException if a change fails */
    public static void migrate(String jdbcUrl, String owner, String password) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, owner, password);
                ClassLoaderResourceAccessor resources =
                        new ClassLoaderResourceAccessor(Schema.class.getClassLoader())) {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            try (Liquibase liquibase = new Liquibase(CHANGELOG, resources, database)) {
                liquibase.update(new Contexts(), new LabelExpression());
            }
        } catch (SQLException | LiquibaseException e) {
            throw new IllegalStateException("the schema could not be migrated: " + e.getMessage(), e);
        } catch (Exception e) {
            throw new IllegalStateException("the changelog could not be read: " + e.getMessage(), e);
        }
    }
}
