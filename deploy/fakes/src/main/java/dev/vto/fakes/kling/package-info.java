/** Kling: https://app.klingai.com/global/dev/document-api. */
@NullMarked
package dev.vto.fakes.kling;

import org.jspecify.annotations.NullMarked;
