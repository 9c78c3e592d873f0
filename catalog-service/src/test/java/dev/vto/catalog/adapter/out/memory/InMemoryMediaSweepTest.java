package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.MediaSweep;
import dev.vto.catalog.application.port.MediaSweepContract;
import dev.vto.catalog.fixture.Fixtures;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

class InMemoryMediaSweepTest extends MediaSweepContract {

    @Override
    protected MediaSweep rested() {
        return new InMemoryMediaSweep(Fixtures.CLOCK);
    }

    @Override
    protected <T> T await(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(10));
    }
}
