/** How stored files and photos are named. */
@NullMarked
package dev.vto.shared.media;

import org.jspecify.annotations.NullMarked;
