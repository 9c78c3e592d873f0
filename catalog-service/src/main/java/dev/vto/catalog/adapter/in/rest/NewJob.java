package dev.vto.catalog.adapter.in.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.vto.catalog.application.JobRequest;
import dev.vto.shared.job.ImageSpec;
import dev.vto.shared.job.LetterSpec;
import dev.vto.shared.job.VideoSpec;
import dev.vto.shared.job.View;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** For the OpenAPI document: the bodies that {@link JobBody} reads. */
@Schema(
        name = "NewJob",
        oneOf = {NewJob.Images.class, NewJob.Video.class, NewJob.Letter.class},
        discriminatorProperty = "kind",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "IMAGE", schema = NewJob.Images.class),
            @DiscriminatorMapping(value = "VIDEO", schema = NewJob.Video.class),
            @DiscriminatorMapping(value = "LETTER", schema = NewJob.Letter.class)
        })
interface NewJob {

    String IMAGE_EXAMPLE =
            """
            {"kind": "IMAGE", "productId": "0190c2a4-6c1f-7c3e-9d2b-5d0f6a7b8c9d", "views": ["FRONT", "BACK"],
             "count": 2, "seed": 42, "person": {"preset": "standing-neutral"}}""";
    String VIDEO_EXAMPLE =
            """
            {"kind": "VIDEO", "productId": "0190c2a4-6c1f-7c3e-9d2b-5d0f6a7b8c9d", "seconds": 5, "aspect": "9:16"}""";
    String LETTER_EXAMPLE =
            """
            {"kind": "LETTER", "productId": "0190c2a4-6c1f-7c3e-9d2b-5d0f6a7b8c9d", "tone": "FRIENDLY",
             "language": "ko"}""";

    /** Try-on images. */
    @Schema(name = "NewImageJob")
    record Images(
            @Schema(enumeration = "IMAGE") String kind,
            @Schema(description = "Absent: every product of the project.") @Nullable UUID productId,
            @Schema(minItems = 1, maxItems = 2, uniqueItems = true, description = "Absent: the front.") @Nullable
                    List<View> views,
            @Schema(
                            minimum = "1",
                            maximum = "" + ImageSpec.MAX_COUNT,
                            defaultValue = "1",
                            description = "For each product and view; at most 64 images a job.")
                    @Nullable
                    Integer count,
            @Nullable Person person,
            @JsonUnwrapped Common common) {}

    /** A video of images. */
    @Schema(name = "NewVideoJob")
    record Video(
            @Schema(enumeration = "VIDEO") String kind,
            @Nullable UUID productId,
            @Schema(
                            maxItems = VideoSpec.MAX_IMAGES,
                            description = "Absent: the product's selected images, else its newest.")
                    @Nullable
                    List<UUID> imageIds,
            @Schema(minimum = "1", maximum = "" + VideoSpec.MAX_SECONDS, defaultValue = "5") @Nullable Integer seconds,
            @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"9:16", "1:1", "16:9"},
                            defaultValue = "9:16")
                    @Nullable
                    String aspect,
            @JsonUnwrapped Common common) {}

    /** A marketing letter. */
    @Schema(name = "NewLetterJob")
    record Letter(
            @Schema(enumeration = "LETTER") String kind,
            @Schema(description = "Absent: about every product of the project.") @Nullable UUID productId,
            @Schema(defaultValue = "FRIENDLY") LetterSpec.@Nullable Tone tone,
            @Schema(
                            enumeration = {"ko", "en"},
                            description = "Absent: the caller's.")
                    @Nullable
                    String language,
            @JsonUnwrapped Common common) {}

    /** What every kind takes. */
    record Common(
            @Schema(minimum = "0", maximum = "" + JobBody.MAX_SEED, description = "Absent: a random one.") @Nullable
                    Long seed,
            @Schema(
                            minimum = "0",
                            maximum = "9",
                            defaultValue = "" + JobRequest.DEFAULT_PRIORITY,
                            description = "9 comes first.")
                    @Nullable
                    Integer priority,
            @Schema(maxLength = JobBody.MAX_POINT_TYPE, examples = "FREE") @Nullable String usedPointType,
            @Schema(minimum = "0", maximum = "" + JobBody.MAX_USED_AMOUNT, defaultValue = "0") @Nullable
                    Integer usedAmount) {}

    /** Who wears it: a preset, or else the caller's own photo. */
    @Schema(name = "NewPerson", description = "A preset, or else a photo.")
    record Person(
            @Schema(maxLength = 64, examples = "standing-neutral") @Nullable String preset,
            @Schema(maxLength = 2048, description = "An https URL, or one that POST /v1/uploads answered.") @Nullable
                    String imageUrl) {}
}
