package dev.vto.bench.jobs.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.bench.BenchFailure;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrkTest {

    @Test
    void writesEachCallWithItsBody() {
        assertThat(Wrk.script(List.of(
                        new HttpCalls.Call("GET", "/v1/pages", "t1", "", 200),
                        new HttpCalls.Call("POST", "/v1/jobs", "t2", "{\"name\": \"C:\\\\a\"}", 202))))
                .contains(
                        "  calls[#calls + 1] = wrk.format(\"GET\", \"/v1/pages\","
                                + " {[\"Authorization\"] = \"Bearer t1\"})\n",
                        "  calls[#calls + 1] = wrk.format(\"POST\", \"/v1/jobs\","
                                + " {[\"Authorization\"] = \"Bearer t2\", [\"Content-Type\"] = \"application/json\"},"
                                + " \"{\\\"name\\\": \\\"C:\\\\\\\\a\\\"}\")\n");
    }

    @Test
    void readsWhatWasCounted() {
        assertThat(Wrk.Answers.read("Requests/sec:  500.0\ncounted 5000 in 10000000 us, 3 failed\n"))
                .isEqualTo(new Wrk.Answers(5000, 10, 3));
    }

    @Test
    void saysWhatWasPrintedInsteadOfFigures() {
        assertThatThrownBy(() -> Wrk.Answers.read("unable to connect\nto localhost\n"))
                .isInstanceOf(BenchFailure.class)
                .hasMessage("wrk printed no figures: unable to connect / to localhost");
    }
}
