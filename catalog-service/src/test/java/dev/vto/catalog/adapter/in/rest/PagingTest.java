package dev.vto.catalog.adapter.in.rest;

import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.fixture.Fixtures;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {

    @Test
    void asksForTwentyFromTheTopByItself() {
        assertThat(paging(null, null).request()).isEqualTo(new Page.Request(20, Optional.empty()));
    }

    @Test
    void goesOnWhereThePageBeforeEnded() {
        UUID last = Fixtures.anId();
        Paging.Answer<String> answer =
                Paging.answer(new Page<>(List.of(1, 2), Optional.of(last)), number -> "item " + number);

        assertThat(answer.items()).containsExactly("item 1", "item 2");
        assertThat(paging("100", answer.nextCursor()).request()).isEqualTo(new Page.Request(100, Optional.of(last)));
    }

    @Test
    void hasNoCursorOnTheLastPage() {
        assertThat(Paging.answer(new Page<>(List.of(), Optional.empty()), Object::toString)
                        .nextCursor())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "101", "-1", "1.5", "ten", "99999999999"})
    void refusesALimitOutOfBounds(String limit) {
        assertRejected(() -> paging(limit, null).request())
                .as(Rejected.Reason.INVALID, "invalid_request")
                .names("limit")
                .says("is an integer from 1 to 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAA", "019ab123-4567-7000-8000-000000000000"})
    void refusesACursorThatIsNotOurs(String cursor) {
        assertRejected(() -> paging(null, cursor).request())
                .as(Rejected.Reason.INVALID, "invalid_request")
                .names("cursor")
                .says("is the nextCursor of an earlier page of this list");
    }

    private static Paging paging(String limit, String cursor) {
        Paging paging = new Paging();
        paging.limit = limit;
        paging.cursor = cursor;
        return paging;
    }
}
