package dev.vto.catalog.config;

import dev.vto.catalog.domain.Cap;

/** What one account may have, as the settings say. */
record Caps(Cap collections, Cap projects, Cap openJobs) {

    static Caps of(CatalogSettings.Limits settings) {
        if (!settings.enabled()) {
            return new Caps(Cap.NONE, Cap.NONE, Cap.NONE);
        }
        return new Caps(
                new Cap("too_many_collections", "collections", settings.collections()),
                new Cap("too_many_projects", "projects", settings.projects()),
                new Cap("too_many_open_jobs", "jobs that have not ended", settings.openJobs()));
    }
}
