/** What a VTO job is: its kinds, states and moves, its spec, its failures and when to try again. */
@NullMarked
package dev.vto.shared.job;

import org.jspecify.annotations.NullMarked;
