package dev.vto.catalog.adapter.in.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** For the OpenAPI document: URLs of photos by slot; slots without a photo are absent. */
@Schema(name = "Photos", description = "URLs by slot; slots without a photo are absent.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PhotosView(
        @Nullable String upperFront,
        @Nullable String upperBack,
        @Nullable String bottomFront,
        @Nullable String bottomBack,
        @Nullable String onepieceFront,
        @Nullable String onepieceBack,
        @Nullable String outerFront,
        @Nullable String outerBack) {}
