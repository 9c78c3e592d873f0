package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Accounts;
import dev.vto.catalog.application.port.Relay;
import dev.vto.catalog.domain.Precondition;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;

/** Ends the user's account at once and for good; files and rows are removed after the retention time. */
public final class DeleteAccount {

    private final Accounts accounts;
    private final Relay relay;
    private final Clock clock;

    public DeleteAccount(Accounts accounts, Relay relay, Clock clock) {
        this.accounts = accounts;
        this.relay = relay;
        this.clock = clock;
    }

    public Uni<Void> delete(UserId user, Precondition known) {
        return accounts.close(user, clock.instant(), known).invoke(relay::wake);
    }
}
