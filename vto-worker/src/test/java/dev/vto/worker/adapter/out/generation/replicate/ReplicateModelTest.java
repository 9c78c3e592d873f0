package dev.vto.worker.adapter.out.generation.replicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicateModelTest {

    @Test
    void readsAModelAndItsVersion() {
        assertThat(ReplicateModel.of("cuuupid/idm-vton:" + "0a".repeat(32)))
                .isEqualTo(new ReplicateModel("cuuupid", "idm-vton", "0a".repeat(32)));
    }

    @Test
    void takesAModelWithoutVersionForAnOfficialOne() {
        assertThat(ReplicateModel.of("owner/model-1.5")).isEqualTo(new ReplicateModel("owner", "model-1.5", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "model", "owner/model:latest", "owner/model/predictions", "owner/model?x=1"})
    void saysHowAModelIsNamed(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReplicateModel.of(text))
                .withMessageStartingWith("vto.replicate.tryon-model is owner/name:version")
                .withMessageEndingWith("not " + text);
    }
}
