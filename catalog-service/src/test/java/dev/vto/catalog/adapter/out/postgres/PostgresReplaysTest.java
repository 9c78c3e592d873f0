package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Catalog;
import dev.vto.catalog.application.port.Replays;
import dev.vto.catalog.application.port.ReplaysContract;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.id.UserId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class PostgresReplaysTest extends ReplaysContract {

    @Inject
    PostgresCatalog catalog;

    @Inject
    Replays replays;

    @Inject
    OthersSql others;

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
        others.execute(
                "UPDATE idempotency_key SET created_at = created_at - interval '25 hours' WHERE user_id = ?",
                user.value());
    }
}
