package dev.vto.catalog.config;

import io.quarkus.liquibase.LiquibaseFactory;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import liquibase.Liquibase;
import liquibase.exception.LiquibaseException;
import org.jboss.logging.Logger;

/** Brings the schema up to date before anything else of the catalog starts. */
@ApplicationScoped
class MigrateSchema {

    private static final Logger LOG = Logger.getLogger(MigrateSchema.class);

    private final LiquibaseFactory liquibase;
    private final CatalogSettings settings;

    MigrateSchema(LiquibaseFactory liquibase, CatalogSettings settings) {
        this.liquibase = liquibase;
        this.settings = settings;
    }

    void onStart(@Observes @Priority(1) StartupEvent event) throws LiquibaseException {
        if (settings.migrate() == CatalogSettings.Migrate.NEVER) {
            return;
        }
        try (Liquibase changelog = liquibase.createLiquibase()) {
            changelog.update(liquibase.createContexts(), liquibase.createLabels());
        }
        LOG.info("schema is up to date");
        if (settings.migrate() == CatalogSettings.Migrate.ONLY) {
            Quarkus.asyncExit(0);
        }
    }
}
