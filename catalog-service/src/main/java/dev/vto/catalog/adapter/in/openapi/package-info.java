/** What the OpenAPI document says by rule, so that resources say only what is their own. */
@NullMarked
package dev.vto.catalog.adapter.in.openapi;

import org.jspecify.annotations.NullMarked;
