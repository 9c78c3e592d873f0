/** The doorbell. */
@NullMarked
package dev.vto.worker.adapter.in.kafka;

import org.jspecify.annotations.NullMarked;
