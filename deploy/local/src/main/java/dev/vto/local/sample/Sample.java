package dev.vto.local.sample;

import java.awt.image.BufferedImage;
import java.util.function.Supplier;

/** The pictures, named by the view of the product that they show. */
enum Sample {
    UPPER_FRONT("upperFront", Shirt::front, Backdrop.planks(0xE3C9A6, 0xA27B55, 501)),
    UPPER_BACK("upperBack", Shirt::back, Backdrop.planks(0xE3C9A6, 0xA27B55, 502)),
    BOTTOM_FRONT("bottomFront", Trousers::front, Backdrop.wall(0xEDEDEB, 503)),
    BOTTOM_BACK("bottomBack", Trousers::back, Backdrop.wall(0xEDEDEB, 504)),
    ONEPIECE_FRONT("onepieceFront", Dress::front, Backdrop.linen(0xCFC5B3, 505)),
    ONEPIECE_BACK("onepieceBack", Dress::back, Backdrop.linen(0xCFC5B3, 506)),
    OUTER_FRONT(
            "outerFront",
            Jacket::front,
            Backdrop.planks(0x5E4230, 0x2A1B12, 507).turned()),
    OUTER_BACK(
            "outerBack", Jacket::back, Backdrop.planks(0x5E4230, 0x2A1B12, 508).turned());

    private final String view;
    private final Supplier<Garment> garment;
    private final Backdrop backdrop;

    Sample(String view, Supplier<Garment> garment, Backdrop backdrop) {
        this.view = view;
        this.garment = garment;
        this.backdrop = backdrop;
    }

    String fileName() {
        return view + ".jpg";
    }

    Garment garment() {
        return garment.get();
    }

    BufferedImage draw() {
        return Studio.photograph(garment(), backdrop, 9000 + ordinal());
    }
}
