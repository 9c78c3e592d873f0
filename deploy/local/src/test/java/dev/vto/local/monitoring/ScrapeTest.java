package dev.vto.local.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScrapeTest {

    private final Scrape scrape = Scrape.of(List.of(
            """
            # HELP vto_jobs_waiting Jobs that could be claimed now
            # TYPE vto_jobs_waiting gauge
            vto_jobs_waiting{kind="IMAGE"} 1.0
            vto_outbox_unsent NaN
            """,
            "jvm_info_total{vendor=\"a, b=\\\"c\\\"\",version=\"17\"} 1.0 1700000000"));

    @Test
    void hasWhatItShows() {
        assertThat(missing("sum by (kind) (vto_jobs_waiting{kind=\"X\"}) + on () vto_outbox_unsent + jvm_info_total"))
                .isEmpty();
        assertThat(missing("sum by (job, instance, service) (up)")).isEmpty();
    }

    @Test
    void lacksWhatItDoesNotShow() {
        assertThat(missing("vto_jobs_wating")).containsExactly("vto_jobs_wating");
        assertThat(missing("vto_outbox_unsent{kind=\"IMAGE\"}")).containsExactly("kind");
        assertThat(missing("jvm_info_total{b=\"c\"}")).containsExactly("b");
    }

    private Iterable<String> missing(String expression) {
        return scrape.missing(PromQl.parse(expression));
    }
}
