package dev.vto.catalog.config;

import dev.vto.catalog.application.Access;
import dev.vto.catalog.application.ChangeShare;
import dev.vto.catalog.application.EndShare;
import dev.vto.catalog.application.ShareProject;
import dev.vto.catalog.application.port.Shares;
import dev.vto.catalog.application.port.Users;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts together the sharing of projects. */
class ShareWiring {

    @Produces
    @Singleton
    ShareProject shareProject(Access access, Users users, Shares shares, CatalogSettings settings) {
        return new ShareProject(access, users, shares, settings.maxShares());
    }

    @Produces
    @Singleton
    ChangeShare changeShare(Access access, Users users, Shares shares) {
        return new ChangeShare(access, users, shares);
    }

    @Produces
    @Singleton
    EndShare endShare(Access access, Shares shares) {
        return new EndShare(access, shares);
    }
}
