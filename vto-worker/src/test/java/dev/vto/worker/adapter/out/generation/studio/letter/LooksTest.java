package dev.vto.worker.adapter.out.generation.studio.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.vto.shared.job.Garment;
import dev.vto.shared.job.View;
import dev.vto.worker.adapter.out.generation.studio.letter.Look.Piece;
import dev.vto.worker.adapter.out.generation.studio.letter.Looks.Recurring;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LooksTest {

    private static final Piece RED_TOP = new Piece(Garment.UPPER, List.of(ColorName.RED));
    private static final Piece NAVY_TOP = new Piece(Garment.UPPER, List.of(ColorName.NAVY));
    private static final Piece NAVY_BOTTOMS = new Piece(Garment.BOTTOM, List.of(ColorName.NAVY, ColorName.WHITE));
    private static final Piece DRESS = new Piece(Garment.ONEPIECE, List.of(ColorName.RED));
    private static final Piece COAT = new Piece(Garment.OUTER, List.of(ColorName.BLACK));

    @Test
    void countsALeadingColorOnceALook() {
        Looks looks = looks(look(RED_TOP), look(NAVY_TOP, NAVY_BOTTOMS), look(NAVY_TOP));

        assertThat(looks.leadingColors())
                .containsExactly(new Recurring(ColorName.NAVY, 2), new Recurring(ColorName.RED, 1));
    }

    @Test
    void namesAccompanyingColorsLast() {
        assertThat(looks(look(NAVY_BOTTOMS), look(COAT)).colors())
                .containsExactly(ColorName.NAVY, ColorName.BLACK, ColorName.WHITE);
    }

    @Test
    void tellsLightFromDark() {
        Looks both = looks(look(NAVY_BOTTOMS));
        Looks neither = looks(look(RED_TOP));

        assertThat(both.light()).contains(ColorName.WHITE);
        assertThat(both.dark()).contains(ColorName.NAVY);
        assertThat(neither.light()).isEmpty();
        assertThat(neither.dark()).isEmpty();
    }

    @Test
    void countsGarmentsByKind() {
        assertThat(looks(look(RED_TOP, NAVY_BOTTOMS), look(NAVY_TOP)).garments())
                .containsExactly(entry(Garment.UPPER, 2), entry(Garment.BOTTOM, 1));
    }

    @Test
    void mixesWhatCanBeWornTogether() {
        assertThat(looks(look(RED_TOP, NAVY_BOTTOMS)).canBeMixed()).isFalse();
        assertThat(looks(look(RED_TOP), look(NAVY_TOP)).canBeMixed()).isFalse();
        assertThat(looks(look(DRESS), look(NAVY_TOP)).canBeMixed()).isFalse();
        assertThat(looks(look(RED_TOP), look(NAVY_BOTTOMS)).canBeMixed()).isTrue();
        assertThat(looks(look(DRESS), look(COAT)).canBeMixed()).isTrue();
    }

    @Test
    void promisesOnlyTheViewsThatEveryLookHas() {
        Look front = new Look(List.of(RED_TOP), Set.of(View.FRONT));
        Look back = new Look(List.of(RED_TOP), Set.of(View.BACK));
        Look both = new Look(List.of(RED_TOP), Set.of(View.FRONT, View.BACK));

        assertThat(looks(both).views()).containsExactly(View.FRONT, View.BACK);
        assertThat(looks(both, front).views()).containsExactly(View.FRONT);
        assertThat(looks(back, front).views()).isEmpty();
    }

    private static Looks looks(Look... looks) {
        return new Looks(List.of(looks));
    }

    private static Look look(Piece... pieces) {
        return new Look(List.of(pieces), Set.of(View.FRONT));
    }
}
