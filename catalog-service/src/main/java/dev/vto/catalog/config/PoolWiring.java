package dev.vto.catalog.config;

import dev.vto.shared.adapter.postgres.PostgresPool;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts both pools of connections to PostgreSQL under the statement deadline. */
class PoolWiring {

    @Produces
    @Singleton
    PgPoolCreator pool(@ConfigProperty(name = "quarkus.datasource.reactive.url") String url) {
        return new PostgresPool(url);
    }

    @Produces
    @Singleton
    @ReactiveDataSource("units")
    PgPoolCreator units(@ConfigProperty(name = "quarkus.datasource.units.reactive.url") String url) {
        return new PostgresPool(url);
    }
}
