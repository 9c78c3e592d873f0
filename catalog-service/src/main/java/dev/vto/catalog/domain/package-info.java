/** What all parts of the catalog say alike: names and refusals. */
@NullMarked
package dev.vto.catalog.domain;

import org.jspecify.annotations.NullMarked;
