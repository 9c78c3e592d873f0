package dev.vto.worker.adapter.out.generation.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vto.shared.job.Garment;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappedInputsTest {

    /** The inputs of some model. */
    @ConfigMapping(prefix = "inputs")
    public interface Names extends TryOnInputs {}

    @Test
    void speaksAsIdmVtonWhereNothingElseIsSet() {
        MappedInputs inputs = inputs(Map.of());

        assertThat(inputs.seeds()).isTrue();
        assertThat(inputs.of(fitting(Garment.BOTTOM), -1))
                .isEqualTo(Map.of(
                        "human_img",
                        "person",
                        "garm_img",
                        "garment",
                        "garment_des",
                        "trousers or a skirt",
                        "category",
                        "lower_body",
                        "seed",
                        (1L << 31) - 1,
                        "crop",
                        true));
    }

    @Test
    void leavesOutWhatAModelDoesNotTake() {
        MappedInputs inputs = inputs(Map.of(
                "inputs.person", "model_image",
                "inputs.description", "",
                "inputs.category", "",
                "inputs.seed", "",
                "inputs.more", "{\"steps\":30}"));

        assertThat(inputs.seeds()).isFalse();
        assertThat(inputs.of(fitting(Garment.UPPER), 1))
                .isEqualTo(Map.of("model_image", "person", "garm_img", "garment", "steps", 30));
    }

    @Test
    void callsGarmentsAsTheModelDoes() {
        MappedInputs inputs = inputs(Map.of("inputs.onepiece", "one-pieces", "inputs.outer", "outer"));

        assertThat(inputs.of(fitting(Garment.ONEPIECE), 1)).containsEntry("category", "one-pieces");
        assertThat(inputs.of(fitting(Garment.OUTER), 1)).containsEntry("category", "outer");
        assertThat(inputs.of(fitting(Garment.UPPER), 1)).containsEntry("category", "upper_body");
    }

    @Test
    void saysWhatTheOtherInputsAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inputs(Map.of("inputs.more", "steps=30")))
                .withMessage("inputs.more is a JSON object like {\"steps\":30}, not steps=30");
    }

    private static Fitting<String> fitting(Garment garment) {
        return new Fitting<>(garment, "person", "garment");
    }

    private static MappedInputs inputs(Map<String, String> settings) {
        return new MappedInputs(
                "inputs",
                new SmallRyeConfigBuilder()
                        .withMapping(Names.class)
                        .withDefaultValues(settings)
                        .build()
                        .getConfigMapping(Names.class));
    }
}
