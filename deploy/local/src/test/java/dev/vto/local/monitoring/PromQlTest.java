package dev.vto.local.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromQlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "vto_outbox_unsent; vto_outbox_unsent; ''",
                "max(a_total) > 0.5e3; a_total; ''",
                "a{x=\"b{}\\\"c\", y!~'d|e'}; a; x y",
                "sum by (le, kind) (rate(a_bucket[$__rate_interval])); a_bucket; kind le",
                "a unless on (kind) b and on () c offset 5m; a b c; kind",
                "histogram_quantile(0.95, sum without (i) (a)) > bool on (x) group_left (z) b; a b; i x z",
                "sum(increase(a[30m:1m])) / -b; a b; ''",
            })
    void namesMetricsAndLabels(String expression, String metrics, String labels) {
        PromQl named = PromQl.parse(expression);

        assertThat(named.metrics()).containsExactlyElementsOf(words(metrics));
        assertThat(named.labels()).containsExactlyElementsOf(words(labels));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
