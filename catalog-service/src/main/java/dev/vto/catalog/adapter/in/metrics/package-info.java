/** What dashboards, alarms and autoscalers read. */
@NullMarked
package dev.vto.catalog.adapter.in.metrics;

import org.jspecify.annotations.NullMarked;
