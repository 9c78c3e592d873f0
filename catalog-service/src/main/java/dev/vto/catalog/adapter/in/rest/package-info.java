/** The REST contract, version 1. */
@NullMarked
package dev.vto.catalog.adapter.in.rest;

import org.jspecify.annotations.NullMarked;
