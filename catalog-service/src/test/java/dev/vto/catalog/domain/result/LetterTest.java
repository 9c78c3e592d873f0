package dev.vto.catalog.domain.result;

import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.fixture.RejectedAssert;
import java.util.ArrayList;
import java.util.Collections;
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

    @Test
    void isWholeWithFourToSixBulletPoints() {
        Letter.Text text = new Letter.Text(null, "A coat.", List.of("Light", "Warm", "Soft", "Washable"));

        assertThat(text.requireWhole()).isEqualTo(text);
        assertNotWhole(text.withBulletPoints(List.of("Light", "Warm", "Soft")))
                .says("has 4 to 6 items, not 3")
                .names("bulletPoints");
        assertNotWhole(text.withBulletPoints(Collections.nCopies(7, "Light"))).says("has 4 to 6 items, not 7");
    }

    @Test
    void isWholeWithinTheBoundsOfItsParts() {
        List<String> longest = Collections.nCopies(6, "x".repeat(150));
        Letter.Text text = new Letter.Text("x".repeat(200), "x".repeat(2000), longest);

        assertThat(text.requireWhole()).isEqualTo(text);
        assertNotWhole(text.withHeadline("x".repeat(201))).names("headline");
        assertNotWhole(text.withSummary("x".repeat(2001))).names("summary");
        assertNotWhole(text.withSummary(" ")).names("summary");
        assertNotWhole(text.withBulletPoints(Collections.nCopies(4, "x".repeat(151))))
                .names("bulletPoints")
                .says("has 1-150 characters");
    }

    private static RejectedAssert assertNotWhole(Letter.Text text) {
        return assertRejected(text::requireWhole).as(Rejected.Reason.INVALID, "invalid_request");
    }
}
