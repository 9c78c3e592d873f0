package dev.vto.catalog.config;

import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.Caps;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Says how much one account may have. */
class CapWiring {

    @Produces
    @Singleton
    Caps caps(CatalogSettings settings) {
        CatalogSettings.Limits limits = settings.limits();
        if (!limits.enabled()) {
            return Caps.NONE;
        }
        return new Caps(
                new Cap("too_many_collections", "collections", limits.collections()),
                new Cap("too_many_projects", "projects", limits.projects()),
                new Cap("too_many_open_jobs", "jobs that have not ended", limits.openJobs()));
    }
}
