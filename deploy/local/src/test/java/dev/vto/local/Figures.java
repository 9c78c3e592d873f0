package dev.vto.local;

import java.util.Locale;

/** What tests measure, for whoever reads the output of the build. */
final class Figures {

    private Figures() {}

    static void print(String format, Object... values) {
        System.out.println("[measured] " + String.format(Locale.ROOT, format, values));
    }
}
