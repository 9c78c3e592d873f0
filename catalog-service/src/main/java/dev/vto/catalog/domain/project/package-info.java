/** Projects, and who may do what in them. */
@NullMarked
package dev.vto.catalog.domain.project;

import org.jspecify.annotations.NullMarked;
