package dev.vto.worker.adapter.out.generation.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.remote.RemoteJobs.Look;
import dev.vto.worker.domain.GenerationFailed;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a model says that Cog serves, at Replicate or on a machine of one's own. */
public final class ModelAnswer {

    /** Words of safety checkers, and of Pillow. */
    private static final Map<Pattern, FailureCode> SAID = Map.of(
            Pattern.compile("flagged as sensitive|nsfw", Pattern.CASE_INSENSITIVE), FailureCode.MODERATED,
            Pattern.compile("cannot identify image file"), FailureCode.INVALID_INPUT);

    private ModelAnswer() {}

    /** @param output a URL, or several of them as list or object, of which the first counts */
    public static Look succeeded(@Nullable JsonNode output) {
        JsonNode first = output != null && output.isContainerNode() && !output.isEmpty()
                ? output.elements().next()
                : output;
        return first == null || !first.isTextual()
                ? new Look.Failed(Failures.of(FailureCode.TRANSIENT, "the prediction has no output"))
                : new Look.Done(URI.create(first.textValue()));
    }

    /** Why it has failed, as far as it can be told from its words. */
    public static GenerationFailed failed(@Nullable String error) {
        String said = error == null ? "no error is named" : error;
        return Failures.of(
                SAID.entrySet().stream()
                        .filter(known -> known.getKey().matcher(said).find())
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(FailureCode.TRANSIENT),
                said);
    }
}
