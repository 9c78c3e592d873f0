package dev.vto.catalog.config;

import dev.vto.shared.adapter.postgres.PostgresPool;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts both pools of connections to PostgreSQL under the statement deadline. */
class PoolWiring {

    @Produces
    @Singleton
    PgPoolCreator pool() {
        return new PostgresPool();
    }

    @Produces
    @Singleton
    @ReactiveDataSource("units")
    PgPoolCreator units() {
        return new PostgresPool();
    }
}
