package dev.vto.catalog.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vto.catalog.fixture.Fixtures;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private final List<UUID> ids = List.of(Fixtures.anId(), Fixtures.anId(), Fixtures.anId());

    @Test
    void endsWhereNoMoreWasFetched() {
        assertThat(request(3).page(ids, Function.identity())).isEqualTo(new Page<>(ids, Optional.empty()));
        assertThat(request(3).page(List.<UUID>of(), Function.identity()))
                .isEqualTo(new Page<>(List.of(), Optional.empty()));
    }

    @Test
    void goesOnBehindItsLastItem() {
        Page.Request request = request(2);

        assertThat(request.fetch()).isEqualTo(3);
        assertThat(request.page(ids, Function.identity()))
                .isEqualTo(new Page<>(ids.subList(0, 2), Optional.of(ids.get(1))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101})
    void hasOneToAHundredItems(int limit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request(limit))
                .withMessage("limit is 1-100, not " + limit);
    }

    private static Page.Request request(int limit) {
        return new Page.Request(limit, Optional.empty());
    }
}
