package dev.vto.worker.adapter.out.generation.studio.letter;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.vto.shared.job.Garment;
import dev.vto.shared.job.View;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What can be said of the looks of a letter together. */
record Looks(List<Look> all) {

    Looks {
        all = List.copyOf(all);
    }

    /** A colour, and how many looks have a piece that is mostly of it. */
    record Recurring(ColorName color, int looks) {}

    boolean areMany() {
        return all.size() > 1;
    }

    /** In how many looks each leading colour is, the most frequent first. */
    List<Recurring> leadingColors() {
        Map<ColorName, Integer> looks = all.stream()
                .flatMap(look -> look.pieces().stream()
                        .map(piece -> piece.colors().get(0))
                        .distinct())
                .collect(groupingBy(color -> color, LinkedHashMap::new, collectingAndThen(counting(), Long::intValue)));
        return looks.entrySet().stream()
                .map(color -> new Recurring(color.getKey(), color.getValue()))
                .sorted(Comparator.comparing(Recurring::looks).reversed())
                .toList();
    }

    /** Every colour once, those that lead before those that only accompany. */
    List<ColorName> colors() {
        return Stream.concat(
                        leadingColors().stream().map(Recurring::color),
                        pieces().flatMap(piece -> piece.colors().stream()))
                .distinct()
                .toList();
    }

    Optional<ColorName> light() {
        return colors().stream().filter(ColorName::isLight).findFirst();
    }

    Optional<ColorName> dark() {
        return colors().stream().filter(ColorName::isDark).findFirst();
    }

    /** The kinds of garment that there are, in the order in which they are first told, and how many of each. */
    Map<Garment, Integer> garments() {
        return pieces().collect(groupingBy(
                Look.Piece::garment, LinkedHashMap::new, collectingAndThen(counting(), Long::intValue)));
    }

    /** Whether a piece of one look goes with a piece of another. */
    boolean canBeMixed() {
        Set<Garment> kinds = garments().keySet();
        return areMany() && kinds.size() > 1 && (kinds.contains(Garment.OUTER) || !kinds.contains(Garment.ONEPIECE));
    }

    /** The sides from which all that is in these looks can be seen. */
    Set<View> views() {
        Set<View> common = EnumSet.allOf(View.class);
        all.forEach(look -> common.retainAll(look.views()));
        return common;
    }

    private Stream<Look.Piece> pieces() {
        return all.stream().flatMap(look -> look.pieces().stream());
    }
}
