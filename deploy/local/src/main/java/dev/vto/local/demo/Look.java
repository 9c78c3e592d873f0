package dev.vto.local.demo;

import dev.vto.shared.job.Garment;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.job.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What one product of the demo is worn as. */
record Look(String name, Map<PhotoSlot, Photo> photos) {

    private static final Set<Garment> WITHOUT_ONEPIECE = Set.of(Garment.UPPER, Garment.BOTTOM);

    /** One look, or two where there are photos of a onepiece and of what it is worn instead of. */
    static List<Look> of(Map<PhotoSlot, Photo> photos) {
        Predicate<PhotoSlot> onepiece = slot -> slot.garment() == Garment.ONEPIECE;
        boolean both = photos.keySet().stream().anyMatch(onepiece)
                && photos.keySet().stream().anyMatch(slot -> WITHOUT_ONEPIECE.contains(slot.garment()));
        List<Look> looks = new ArrayList<>();
        looks.add(new Look("look one", both ? only(photos, onepiece.negate()) : photos));
        if (both) {
            looks.add(new Look("look two", only(photos, onepiece)));
        }
        return looks;
    }

    /** The sides that there are photos of, the front first. */
    List<View> views() {
        return Arrays.stream(View.values())
                .filter(view -> photos.keySet().stream().anyMatch(slot -> slot.view() == view))
                .toList();
    }

    private static Map<PhotoSlot, Photo> only(Map<PhotoSlot, Photo> photos, Predicate<PhotoSlot> wanted) {
        Map<PhotoSlot, Photo> some = new EnumMap<>(photos);
        some.keySet().removeIf(wanted.negate());
        return some;
    }
}
