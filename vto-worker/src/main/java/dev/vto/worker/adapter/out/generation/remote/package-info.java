/** What adapters of backends that are reached over HTTP have in common. */
@NullMarked
package dev.vto.worker.adapter.out.generation.remote;

import org.jspecify.annotations.NullMarked;
