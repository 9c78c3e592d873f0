package dev.vto.worker.adapter.out.generation.fal;

import dev.vto.shared.job.Garment;
import dev.vto.worker.adapter.out.generation.remote.Fitting;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The models for try-on that we can feed, by the beginning of their paths; each has names of its own for its input. */
enum FalTryOnModel {
    FASHN("fal-ai/fashn/tryon/", true) {
        @Override
        Map<String, Object> input(Fitting<String> fitting) {
            String category =
                    switch (fitting.garment()) {
                        case UPPER, OUTER -> "tops";
                        case BOTTOM -> "bottoms";
                        case ONEPIECE -> "one-pieces";
                    };
            return Map.of(
                    "model_image",
                    fitting.person(),
                    "garment_image",
                    fitting.worn(),
                    "category",
                    category,
                    "num_samples",
                    1,
                    "output_format",
                    "png");
        }
    },
    /** It sees by itself what kind of garment it is given. */
    KOLORS("fal-ai/kling/v1-5/kolors-virtual-try-on", false) {
        @Override
        Map<String, Object> input(Fitting<String> fitting) {
            return Map.of("human_image_url", fitting.person(), "garment_image_url", fitting.worn());
        }
    },
    CATVTON("fal-ai/cat-vton", true) {
        @Override
        Map<String, Object> input(Fitting<String> fitting) {
            String type =
                    switch (fitting.garment()) {
                        case UPPER -> "upper";
                        case BOTTOM -> "lower";
                        case ONEPIECE -> "overall";
                        case OUTER -> "outer";
                    };
            return Map.of("human_image_url", fitting.person(), "garment_image_url", fitting.worn(), "cloth_type", type);
        }
    },
    LEFFA("fal-ai/leffa/virtual-tryon", true) {
        @Override
        Map<String, Object> input(Fitting<String> fitting) {
            return Map.of(
                    "human_image_url",
                    fitting.person(),
                    "garment_image_url",
                    fitting.worn(),
                    "garment_type",
                    fitting.garment() == Garment.BOTTOM
                            ? "lower_body"
                            : fitting.garment() == Garment.ONEPIECE ? "dresses" : "upper_body");
        }
    };

    /** Seeds that each of the models takes: 31 bits. */
    private static final long SEEDS = 1L << 31;

    private final String path;
    private final boolean seeds;

    FalTryOnModel(String path, boolean seeds) {
        this.path = path;
        this.seeds = seeds;
    }

    /** @throws IllegalArgumentException that names the setting, and the paths that it takes */
    static FalTryOnModel of(String path) {
        return Arrays.stream(values())
                .filter(model -> path.startsWith(model.path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(FalSettings.PREFIX + ".tryon-model begins with one of "
                        + Arrays.stream(values()).map(model -> model.path).collect(Collectors.joining(", "))
                        + " and is not " + path));
    }

    boolean seeds() {
        return seeds;
    }

    Map<String, Object> input(Fitting<String> fitting, long seed) {
        Map<String, Object> input = new HashMap<>(input(fitting));
        if (seeds) {
            input.put("seed", Math.floorMod(seed, SEEDS));
        }
        return input;
    }

    abstract Map<String, Object> input(Fitting<String> fitting);
}
