/** What users can do: one class a use case. */
@NullMarked
package dev.vto.catalog.application;

import org.jspecify.annotations.NullMarked;
