package dev.vto.shared.job;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** One of the eight photos of a product: a garment seen from one side. */
public enum PhotoSlot {
    UPPER_FRONT("upperFront", Garment.UPPER, View.FRONT),
    UPPER_BACK("upperBack", Garment.UPPER, View.BACK),
    BOTTOM_FRONT("bottomFront", Garment.BOTTOM, View.FRONT),
    BOTTOM_BACK("bottomBack", Garment.BOTTOM, View.BACK),
    ONEPIECE_FRONT("onepieceFront", Garment.ONEPIECE, View.FRONT),
    ONEPIECE_BACK("onepieceBack", Garment.ONEPIECE, View.BACK),
    OUTER_FRONT("outerFront", Garment.OUTER, View.FRONT),
    OUTER_BACK("outerBack", Garment.OUTER, View.BACK);

    private final String wireName;
    private final Garment garment;
    private final View view;

    PhotoSlot(String wireName, Garment garment, View view) {
        this.wireName = wireName;
        this.garment = garment;
        this.view = view;
    }

    /** The slot's name in JSON and in paths, as {@code upperFront}. */
    public String wireName() {
        return wireName;
    }

    public Garment garment() {
        return garment;
    }

    public View view() {
        return view;
    }

    /** The slot with this wire name, or empty where there is none. */
    public static Optional<PhotoSlot> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(slot -> slot.wireName.equals(name))
                .findFirst();
    }

    public static PhotoSlot of(Garment garment, View view) {
        return Arrays.stream(values())
                .filter(slot -> slot.garment == garment && slot.view == view)
                .findFirst()
                .orElseThrow();
    }

    /** All wire names, separated by commas: for messages that say what is allowed. */
    public static String allowed() {
        return Arrays.stream(values()).map(PhotoSlot::wireName).collect(Collectors.joining(", "));
    }
}
