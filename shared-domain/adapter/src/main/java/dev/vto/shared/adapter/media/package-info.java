/** Where files are kept. */
@NullMarked
package dev.vto.shared.adapter.media;

import org.jspecify.annotations.NullMarked;
