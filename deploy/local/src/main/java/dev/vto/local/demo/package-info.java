/** The demo: a seller's photos become pictures, a video and a letter, through REST alone, and each is checked. */
@NullMarked
package dev.vto.local.demo;

import org.jspecify.annotations.NullMarked;
