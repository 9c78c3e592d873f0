/** What has to be done from time to time. */
@NullMarked
package dev.vto.catalog.adapter.in.timer;

import org.jspecify.annotations.NullMarked;
