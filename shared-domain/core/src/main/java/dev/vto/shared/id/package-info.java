/** Identifiers: one record a kind of thing, each a UUID made by the application before saving. */
@NullMarked
package dev.vto.shared.id;

import org.jspecify.annotations.NullMarked;
