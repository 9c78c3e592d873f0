/** Generation backends over real HTTP, faithful to their documents, with faults on demand. */
@NullMarked
package dev.vto.fakes;

import org.jspecify.annotations.NullMarked;
