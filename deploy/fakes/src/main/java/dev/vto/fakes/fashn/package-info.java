/** FASHN: https://docs.fashn.ai. */
@NullMarked
package dev.vto.fakes.fashn;

import org.jspecify.annotations.NullMarked;
