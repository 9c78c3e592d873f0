package dev.vto.catalog.adapter.in.timer;

import dev.vto.catalog.adapter.out.identity.SigningKeys;
import dev.vto.catalog.application.PruneSignIns;
import dev.vto.catalog.config.CatalogSettings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Keeps the keys of access tokens current, and forgets what has expired. */
@ApplicationScoped
class SignInTimers {

    private static final Logger LOG = Logger.getLogger(SignInTimers.class);

    private final Vertx vertx;
    private final SigningKeys keys;
    private final PruneSignIns pruneSignIns;
    private final Duration keysRefresh;
    private final Duration pruneInterval;
    private final List<Long> timers = new ArrayList<>();

    SignInTimers(Vertx vertx, SigningKeys keys, PruneSignIns pruneSignIns, CatalogSettings settings) {
        this.vertx = vertx;
        this.keys = keys;
        this.pruneSignIns = pruneSignIns;
        this.keysRefresh = settings.keysRefresh();
        this.pruneInterval = settings.pruneInterval();
    }

    void onStart(@Observes StartupEvent event) {
        timers.add(vertx.setPeriodic(keysRefresh.toMillis(), timer -> reloadKeys()));
        timers.add(vertx.setPeriodic(pruneInterval.toMillis(), timer -> prune()));
    }

    void onStop(@Observes ShutdownEvent event) {
        timers.forEach(vertx::cancelTimer);
    }

    private void reloadKeys() {
        vertx.executeBlocking(() -> {
                    keys.reload();
                    return true;
                })
                .subscribe()
                .with(done -> {}, failure -> LOG.warn("the keys could not be read again", failure));
    }

    private void prune() {
        pruneSignIns
                .prune()
                .subscribe()
                .with(done -> {}, failure -> LOG.warn("expired sign-ins could not be pruned", failure));
    }
}
