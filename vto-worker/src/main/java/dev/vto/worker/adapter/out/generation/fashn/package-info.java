/** FASHN, a hosted try-on service: https://docs.fashn.ai. */
@NullMarked
package dev.vto.worker.adapter.out.generation.fashn;

import org.jspecify.annotations.NullMarked;
