/** What lines of the log carry besides their message. */
@NullMarked
package dev.vto.shared.adapter.log;

import org.jspecify.annotations.NullMarked;
