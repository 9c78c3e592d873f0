/** What the launcher tells the person who started it, and how it is told to stop. */
@NullMarked
package dev.vto.local.terminal;

import org.jspecify.annotations.NullMarked;
