package dev.vto.worker.adapter.out.generation.fal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vto.shared.job.Garment;
import dev.vto.worker.adapter.out.generation.remote.Fitting;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FalTryOnModelTest {

    @ParameterizedTest
    @CsvSource({
        "fal-ai/fashn/tryon/v1.6, category, tops, bottoms, one-pieces, tops",
        "fal-ai/cat-vton, cloth_type, upper, lower, overall, outer",
        "fal-ai/leffa/virtual-tryon, garment_type, upper_body, lower_body, dresses, upper_body"
    })
    void callsGarmentsAsTheModelDoes(
            String path, String field, String upper, String bottom, String onepiece, String outer) {
        Map<Garment, String> words =
                Map.of(Garment.UPPER, upper, Garment.BOTTOM, bottom, Garment.ONEPIECE, onepiece, Garment.OUTER, outer);

        words.forEach((garment, word) ->
                assertThat(input(path, garment)).containsEntry(field, word).containsEntry("seed", (1L << 31) - 7));
    }

    @Test
    void givesAModelThatSeesForItselfOnlyThePhotos() {
        assertThat(input("fal-ai/kling/v1-5/kolors-virtual-try-on", Garment.OUTER))
                .containsOnly(Map.entry("human_image_url", "person"), Map.entry("garment_image_url", "garment"));
    }

    @Test
    void takesLaterVersionsOfAModelForTheSame() {
        assertThat(FalTryOnModel.of("fal-ai/fashn/tryon/v1.7")).isEqualTo(FalTryOnModel.FASHN);
    }

    @Test
    void saysWhichModelsItCanFeed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FalTryOnModel.of("fal-ai/flux/dev"))
                .withMessage("vto.fal.tryon-model begins with one of fal-ai/fashn/tryon/,"
                        + " fal-ai/kling/v1-5/kolors-virtual-try-on, fal-ai/cat-vton, fal-ai/leffa/virtual-tryon"
                        + " and is not fal-ai/flux/dev");
    }

    private static Map<String, Object> input(String path, Garment garment) {
        return FalTryOnModel.of(path).input(new Fitting<>(garment, "person", "garment"), -7);
    }
}
