package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.domain.job.Offer;
import dev.vto.shared.job.Aspect;
import dev.vto.shared.job.JobKind;
import dev.vto.shared.job.LetterSpec;
import dev.vto.shared.job.VideoSpec;
import dev.vto.shared.job.View;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What may be asked for. */
@Path("/v1/options")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Options")
public class OptionsResource {

    private final Offer offer;

    OptionsResource(Offer offer) {
        this.offer = offer;
    }

    /** @param seconds lengths of a video */
    @Schema(name = "Options")
    record Options(
            List<JobKind> kinds,
            List<View> views,
            @Schema(examples = "[\"standing-neutral\", \"standing-light\"]") List<String> presets,
            List<LetterSpec.Tone> tones,
            @Schema(examples = "[\"9:16\", \"1:1\", \"16:9\"]") List<String> aspects,
            List<Integer> seconds,
            @Schema(examples = "[\"ko\", \"en\"]") List<String> languages) {

        static Options of(Offer offer) {
            return new Options(
                    offer.kinds().stream().sorted().toList(),
                    List.of(View.values()),
                    offer.presets(),
                    List.of(LetterSpec.Tone.values()),
                    Arrays.stream(Aspect.values()).map(Aspect::wireName).toList(),
                    IntStream.rangeClosed(1, VideoSpec.MAX_SECONDS).boxed().toList(),
                    LetterSpec.LANGUAGES);
        }
    }

    @GET
    @Operation(
            operationId = "getOptions",
            summary = "What jobs may be asked for here",
            description =
                    "Kinds and presets are those that the configured backends offer. Views, aspects, seconds, tones"
                            + " and languages are all that a job may ask for: where a backend makes no such video, it makes"
                            + " the nearest.")
    @APIResponse(
            responseCode = "200",
            description = "All options.",
            content = @Content(schema = @Schema(implementation = Options.class)))
    public Response get() {
        return Answers.ok(Options.of(offer));
    }
}
