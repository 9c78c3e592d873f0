/** The stored form of job specs. */
@NullMarked
package dev.vto.shared.adapter.job;

import org.jspecify.annotations.NullMarked;
