package dev.vto.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chart itself, and the values that it refuses. */
class ChartTest {

    @Test
    void hasNothingToComplainOf() {
        LintResult result = new Helm(Release.CHART).lint().strict().call();

        assertThat(result.isFailed())
                .as(String.join("\n", result.getMessages()))
                .isFalse();
    }

    @Test
    void isReadStrictly() {
        assertThatThrownBy(() -> Release.parse("{apiVersion: v1, kind: Service, spec: {port: 80}}"))
                .hasMessageContaining("port");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "workers[0].kinds[0] | MUSIC | /workers/0/kinds/0",
                "workers[0].slots | 0 | /workers/0/slots",
                "workers[0].name | Default Pool | /workers/0/name",
                "workerDefaults.graceSeconds | 0 | /workerDefaults/graceSeconds",
                "database.url | postgresql://user:secret@db/vto | /database/url",
                "kafka.bootstrapServers | kafka | /kafka/bootstrapServers",
                "media.store | s3 | /media/s3/bucket",
                "media.store | disk | /media/store",
                "settings.RETENTION | P30D | /settings",
                "monitoring.documents | docs | /monitoring/documents",
                "catalog.replica | 3 | replica",
                "catalog.trustedProxies[0] | everyone | /catalog/trustedProxies/0",
                "catalog.secretSettings[0] | LOGIN | /catalog/secretSettings/0",
                "catalog.ingress.enabled | true | /catalog/ingress/host",
            })
    void refusesWrongValuesAndNamesThem(String value, String wrong, String named) {
        Object typed = wrong.matches("\\d+") ? (Object) Integer.valueOf(wrong) : wrong;

        assertThatThrownBy(() -> new Helm(Release.CHART)
                        .template()
                        .withName(Release.NAME)
                        .set("workers[0].name", "default")
                        .set(value, typed)
                        .call())
                .hasMessageContaining(named.startsWith("/") ? named.substring(named.lastIndexOf('/') + 1) : named);
    }

    @Test
    void refusesTwoPoolsOfOneName() {
        assertThatThrownBy(() -> Release.of("twice")).hasMessageContaining("the name default is there twice");
    }
}
