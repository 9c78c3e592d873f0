package dev.vto.bench.cutout;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A photo and the mask of its name. */
record Sample(String name, Path photo, Path mask) {

    static List<Sample> of(Map<String, Path> photos, Map<String, Path> masks) {
        List<Sample> samples = new ArrayList<>();
        photos.forEach((name, photo) -> {
            Path mask = masks.get(name);
            if (mask != null) {
                samples.add(new Sample(name, photo, mask));
            }
        });
        return samples;
    }
}
