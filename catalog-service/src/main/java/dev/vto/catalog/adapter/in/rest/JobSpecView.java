package dev.vto.catalog.adapter.in.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vto.shared.job.LetterSpec;
import dev.vto.shared.job.View;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a job was asked to make, as it was when it was submitted. For the OpenAPI document: it is stored as JSON. */
@Schema(
        name = "JobSpec",
        description = "What the job was asked to make, as it was when it was submitted; by the job's kind.",
        oneOf = {JobSpecView.Images.class, JobSpecView.Video.class, JobSpecView.Letter.class})
interface JobSpecView {

    @Schema(name = "ImageSpec")
    record Images(List<Outfit> outfits, List<View> views, int count, long seed, Person person) {}

    @Schema(name = "VideoSpec")
    record Video(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID productId,
            List<Source> images,
            int seconds,
            @Schema(enumeration = {"9:16", "1:1", "16:9"}) String aspect,
            long seed) {}

    @Schema(name = "LetterSpec")
    record Letter(
            String projectName,
            List<Outfit> outfits,
            LetterSpec.Tone tone,
            @Schema(enumeration = {"ko", "en"}) String language) {}

    /** What is worn. */
    @Schema(name = "Outfit")
    record Outfit(UUID productId, PhotosView photos) {}

    /** Who wears it. */
    @Schema(name = "Person")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(@Nullable String preset, @Nullable String imageUrl) {}

    /** A picture that the video shows. */
    @Schema(name = "VideoSource")
    record Source(
            UUID imageId,
            String photo,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable View view,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean aiGenerated) {}
}
