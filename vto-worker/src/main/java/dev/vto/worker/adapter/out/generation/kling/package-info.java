/** Kling, a hosted service for pictures and videos: https://app.klingai.com/global/dev/document-api. */
@NullMarked
package dev.vto.worker.adapter.out.generation.kling;

import org.jspecify.annotations.NullMarked;
