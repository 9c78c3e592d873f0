package dev.vto.bench.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.bench.BenchFailure;
import dev.vto.shared.job.Garment;
import dev.vto.shared.job.View;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutfitTest {

    @Test
    void putsTheGarmentsOfAProductTogether() {
        assertThat(Outfit.of(photos("upperFront", "bottomFront", "outerFront", "upperBack", "bottomBack")))
                .extracting(Outfit::name)
                .containsExactly(
                        "bottom and upper, front", "bottom and upper, back", "bottom and upper and outer, front");
    }

    @Test
    void showsOtherPhotosOneByOne() {
        assertThat(Outfit.of(photos("red-skirt", "red-skirt-back")))
                .containsExactly(
                        new Outfit("red-skirt", Map.of(Garment.BOTTOM, Path.of("red-skirt.jpg")), View.FRONT),
                        new Outfit("red-skirt-back", Map.of(Garment.BOTTOM, Path.of("red-skirt-back.jpg")), View.BACK));
    }

    @ParameterizedTest
    @CsvSource({"Blue-T-Shirt, UPPER", "shirt-dress, ONEPIECE", "denim-jacket, OUTER", "jeans, BOTTOM"})
    void readsTheGarmentOffItsName(String name, Garment garment) {
        assertThat(Outfit.garment(name)).contains(garment);
    }

    @Test
    void saysThatANameTellsOfNoGarment() {
        assertThatThrownBy(() -> Outfit.of(photos("IMG_1234")))
                .isInstanceOf(BenchFailure.class)
                .hasMessageStartingWith(
                        "The name of IMG_1234.jpg tells of no garment: it is to be one of upperFront, ");
    }

    private static Map<String, Path> photos(String... names) {
        Map<String, Path> photos = new TreeMap<>();
        for (String name : names) {
            photos.put(name, Path.of(name + ".jpg"));
        }
        return photos;
    }
}
