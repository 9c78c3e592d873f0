/** What an attempt at a job can come to. */
@NullMarked
package dev.vto.worker.domain;

import org.jspecify.annotations.NullMarked;
