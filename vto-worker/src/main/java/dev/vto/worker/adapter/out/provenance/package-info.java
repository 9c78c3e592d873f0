/** Labels in media files. */
@NullMarked
package dev.vto.worker.adapter.out.provenance;

import org.jspecify.annotations.NullMarked;
