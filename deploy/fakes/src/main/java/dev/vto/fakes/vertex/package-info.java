/** Virtual Try-On on Vertex AI: https://docs.cloud.google.com/vertex-ai/generative-ai/docs/model-reference/virtual-try-on-api. */
@NullMarked
package dev.vto.fakes.vertex;

import org.jspecify.annotations.NullMarked;
