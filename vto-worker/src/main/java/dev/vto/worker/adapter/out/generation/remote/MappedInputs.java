package dev.vto.worker.adapter.out.generation.remote;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/** The inputs of a model that settings describe. */
public final class MappedInputs {

    /** Seeds that every model takes: 31 bits. */
    private static final long SEEDS = 1L << 31;

    private final TryOnInputs names;
    private final Map<String, Object> more;

    /**
     * @param prefix of the settings, as {@code vto.cog.tryon-input}
     * @throws IllegalArgumentException that names the setting that is wrong
     */
    public MappedInputs(String prefix, TryOnInputs names) {
        this.names = names;
        try {
            more = new JsonObject(names.more()).getMap();
        } catch (DecodeException e) {
            throw new IllegalArgumentException(
                    prefix + ".more is a JSON object like {\"steps\":30}, not " + names.more(), e);
        }
    }

    /** Whether the model takes seeds. */
    public boolean seeds() {
        return names.seed().isPresent();
    }

    public Map<String, Object> of(Fitting<String> fitting, long seed) {
        Map<String, Object> inputs = new HashMap<>(more);
        inputs.put(names.person(), fitting.person());
        inputs.put(names.garment(), fitting.worn());
        names.description().ifPresent(name -> inputs.put(name, fitting.description()));
        names.category().ifPresent(name -> inputs.put(name, fitting.category(names)));
        names.seed().ifPresent(name -> inputs.put(name, Math.floorMod(seed, SEEDS)));
        return inputs;
    }
}
