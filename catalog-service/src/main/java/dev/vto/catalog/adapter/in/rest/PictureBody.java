package dev.vto.catalog.adapter.in.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change of an image or a video. */
@Schema(name = "PictureChange", description = "What is absent stays.")
record PictureBody(@Schema(required = true, examples = "true") boolean selected) {

    static PictureBody read(String text) {
        JsonBody json = JsonBody.parse(text, "selected");
        boolean selected = json.required("selected", json.flag("selected")).orElse(false);
        json.done();
        return new PictureBody(selected);
    }
}
