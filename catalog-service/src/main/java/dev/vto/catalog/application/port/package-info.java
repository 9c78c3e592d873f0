/** What the catalog needs of the world, in its own words. */
@NullMarked
package dev.vto.catalog.application.port;

import org.jspecify.annotations.NullMarked;
