package dev.vto.catalog.domain.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LetterTest {

    @Test
    void keepsItsBulletPointsToItself() {
        List<String> bullets = new ArrayList<>(List.of("Light", "Warm"));
        Letter.Text text = new Letter.Text("Made for spring", "A coat.", bullets);

        bullets.clear();

        assertThat(text.bulletPoints()).containsExactly("Light", "Warm");
        assertThatThrownBy(() -> text.bulletPoints().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
