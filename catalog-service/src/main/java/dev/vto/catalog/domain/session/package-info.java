/** Sessions and what they are begun with. */
@NullMarked
package dev.vto.catalog.domain.session;

import org.jspecify.annotations.NullMarked;
