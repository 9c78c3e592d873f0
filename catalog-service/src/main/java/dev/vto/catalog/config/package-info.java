/** Settings and wiring. */
@NullMarked
package dev.vto.catalog.config;

import org.jspecify.annotations.NullMarked;
