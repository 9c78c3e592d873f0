package dev.vto.bench.jobs.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphileTest {

    @ParameterizedTest
    @ValueSource(strings = {"v20.20.2", "v22.17.9", "v8.0.0", "no version"})
    void namesTheNodeThatItCannotRunOn(String version) {
        assertThat(Graphile.absence(version)).contains("it needs Node 22.18, and " + version + " is here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v22.18.0", "v22.20.1", "v24.0.0"})
    void doesNotBlameANodeThatItRunsOn(String version) {
        assertThat(Graphile.absence(version)).doesNotContain("needs");
    }
}
