package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Catalog;
import dev.vto.catalog.application.port.Replays;
import dev.vto.catalog.application.port.ReplaysContract;
import dev.vto.shared.id.UserId;
import java.time.Duration;

class InMemoryReplaysTest extends ReplaysContract {

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final InMemoryReplays replays = new InMemoryReplays();

    @Override
    protected Catalog catalog() {
        return catalog;
    }

    @Override
    protected Replays replays() {
        return replays;
    }

    @Override
    protected void letADayPass(UserId user) {
        replays.pass(Duration.ofHours(25));
    }
}
