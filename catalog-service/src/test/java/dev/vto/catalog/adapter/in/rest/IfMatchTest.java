package dev.vto.catalog.adapter.in.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    @Test
    void asksForNothingWhereItIsAbsentOrAStar() {
        assertThat(IfMatch.of(null)).isEqualTo(Precondition.NONE);
        assertThat(IfMatch.of(" * ")).isEqualTo(Precondition.NONE);
    }

    @Test
    void takesAnyOfItsTags() {
        Precondition two = IfMatch.of("\"3\", \"5\"");

        two.require(3);
        two.require(5);
        assertThatThrownBy(() -> two.require(4))
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo("etag_mismatch"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"3\"", "\"other\"", "\"\"", "\"-3\""})
    void matchesNothingByTagsThatAreNotOurs(String header) {
        Precondition none = IfMatch.of(header);

        assertThatThrownBy(() -> none.require(3)).isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "\"3", "\"3\" \"4\"", "", "\"3\",,\"4\""})
    void refusesWhatIsNoListOfTags(String header) {
        assertThatThrownBy(() -> IfMatch.of(header))
                .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.reason())
                        .isEqualTo(Rejected.Reason.INVALID));
    }
}
