/** Which sites of others we ask, and at which addresses. */
@NullMarked
package dev.vto.shared.site;

import org.jspecify.annotations.NullMarked;
