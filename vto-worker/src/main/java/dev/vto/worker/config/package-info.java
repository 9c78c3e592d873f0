/** Settings, wiring and the claim loop's clock. */
@NullMarked
package dev.vto.worker.config;

import org.jspecify.annotations.NullMarked;
