/** What the worker tells its operators of runs. */
@NullMarked
package dev.vto.worker.adapter.out.log;

import org.jspecify.annotations.NullMarked;
