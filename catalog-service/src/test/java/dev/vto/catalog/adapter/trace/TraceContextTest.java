package dev.vto.catalog.adapter.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void handsOnWhatTheCallerSays() {
        assertThat(TraceContext.read("00-" + TRACE)).contains("00-" + TRACE);
    }

    @Test
    void readsOfALaterVersionWhatItKnows() {
        assertThat(TraceContext.read("01-" + TRACE + "-more")).contains("00-" + TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-" + TRACE + "-more",
                "ff-" + TRACE,
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7"
            })
    void ignoresWhatIsNotValid(String header) {
        assertThat(TraceContext.read(header)).isEmpty();
    }

    @Test
    void beginsTracesThatAreValid() {
        String begun = TraceContext.begin(
                UUID.fromString("01a21215-7bcb-7243-b477-8013243a6802"),
                UUID.fromString("01a21215-7bcb-7243-b477-8013243a6803"));

        assertThat(begun).isEqualTo("00-01a212157bcb7243b4778013243a6802-b4778013243a6803-00");
        assertThat(TraceContext.read(begun)).contains(begun);
    }
}
