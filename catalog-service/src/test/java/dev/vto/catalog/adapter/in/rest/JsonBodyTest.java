package dev.vto.catalog.adapter.in.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.Rejected.FieldError;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

    @Test
    void namesEveryFieldThatIsWrongAtOnce() {
        JsonBody body = JsonBody.parse("{\"a\": 1, \"b\": \"x\", \"d\": 99, \"e\": true}", "a", "b", "c", "d");
        body.text("a", 10);
        body.uuid("b");
        body.requiredText("c", 10);
        body.integer("d", 0, 9);

        Rejected rejected = catchThrowableOfType(Rejected.class, body::done);

        assertThat(rejected.errors())
                .containsExactly(
                        new FieldError("e", "is not known here; allowed are a, b, c, d"),
                        new FieldError("a", "is a text"),
                        new FieldError("b", "is a UUID"),
                        new FieldError("c", "is required"),
                        new FieldError("d", "is an integer from 0 to 9"));
    }

    @Test
    void coercesNothing() {
        JsonBody body = JsonBody.parse("{\"a\": 1.5, \"b\": \"7\", \"c\": 1e3}", "a", "b", "c");

        assertThat(body.integer("a", 0, 9)).isEmpty();
        assertThat(body.integer("b", 0, 9)).isEmpty();
        assertThatThrownBy(body::done).isInstanceOf(Rejected.class);
    }

    @Test
    void takesNullForAbsent() {
        JsonBody body = JsonBody.parse("{\"a\": null}", "a");

        assertThat(body.text("a", 10)).isEqualTo(Optional.empty());
        body.done();
    }

    @Test
    void refusesControlCharactersInText() {
        JsonBody body = JsonBody.parse("{\"a\": \"x\\u0000y\"}", "a");
        body.text("a", 10);

        assertThatThrownBy(body::done).hasMessageContaining("a: has no control characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "null", "{\"a\":1}{", "{\"a\":1,\"a\":2}"})
    void takesNothingButOneObject(String text) {
        assertThatThrownBy(() -> JsonBody.parse(text, "a"))
                .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.reason())
                        .isEqualTo(Rejected.Reason.INVALID));
    }

    @Test
    void boundsItsLength() {
        assertThatThrownBy(() -> JsonBody.parse("\"" + "x".repeat(70_000) + "\"", "a"))
                .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.reason())
                        .isEqualTo(Rejected.Reason.TOO_LARGE));
    }
}
