package dev.vto.bench.studio;

import dev.vto.bench.BenchFailure;
import dev.vto.shared.job.Garment;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.job.View;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is worn in one picture of the sheet. */
record Outfit(String name, Map<Garment, Path> garments, View view) {

    private static final List<Set<Garment>> WORN_TOGETHER = List.of(
            Set.of(Garment.UPPER, Garment.BOTTOM),
            Set.of(Garment.UPPER, Garment.BOTTOM, Garment.OUTER),
            Set.of(Garment.ONEPIECE),
            Set.of(Garment.ONEPIECE, Garment.OUTER));

    /** What shops call garments, looked for in a file's name; the first that is found counts. */
    private static final Map<Garment, List<String>> WORDS = new EnumMap<>(Map.of(
            Garment.ONEPIECE, List.of("dress", "onepiece", "snowsuit", "jumpsuit", "overall"),
            Garment.BOTTOM, List.of("jeans", "pants", "trousers", "shorts", "skirt", "bottom"),
            Garment.OUTER, List.of("blazer", "jacket", "coat", "outwear", "outer"),
            Garment.UPPER, List.of("shirt", "tee", "polo", "sweater", "hoodie", "top", "blouse", "sleeve", "upper")));

    private static final List<Garment> ASKED = List.of(Garment.ONEPIECE, Garment.BOTTOM, Garment.OUTER, Garment.UPPER);

    /**
     * The outfits of one product where files are named by slot, else each photo alone.
     *
     * @param photos by name without ending
     * @throws BenchFailure if a name tells of no garment
     */
    static List<Outfit> of(Map<String, Path> photos) {
        boolean bySlot = photos.keySet().stream()
                .allMatch(name -> PhotoSlot.ofWireName(name).isPresent());
        return bySlot ? ofProduct(photos) : ofSingles(photos);
    }

    private static List<Outfit> ofProduct(Map<String, Path> photos) {
        List<Outfit> outfits = new ArrayList<>();
        for (Set<Garment> together : WORN_TOGETHER) {
            for (View view : View.values()) {
                Map<Garment, Path> garments = new EnumMap<>(Garment.class);
                for (Garment garment : together) {
                    Path photo = photos.get(PhotoSlot.of(garment, view).wireName());
                    if (photo != null) {
                        garments.put(garment, photo);
                    }
                }
                if (garments.size() == together.size()) {
                    String name = String.join(
                            " and ",
                            garments.keySet().stream().map(Outfit::word).toList());
                    outfits.add(new Outfit(name + ", " + word(view), garments, view));
                }
            }
        }
        return outfits;
    }

    private static List<Outfit> ofSingles(Map<String, Path> photos) {
        List<Outfit> outfits = new ArrayList<>();
        photos.forEach((name, file) -> outfits.add(new Outfit(
                name,
                Map.of(
                        garment(name)
                                .orElseThrow(() -> new BenchFailure("The name of " + file.getFileName()
                                        + " tells of no garment: it is to be one of " + PhotoSlot.allowed()
                                        + ", or to contain a word as shirt, skirt, dress or jacket.")),
                        file),
                name.toLowerCase(Locale.ROOT).contains("back") ? View.BACK : View.FRONT)));
        return outfits;
    }

    static Optional<Garment> garment(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return ASKED.stream()
                .filter(garment ->
                        WORDS.getOrDefault(garment, List.of()).stream().anyMatch(small::contains))
                .findFirst();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
