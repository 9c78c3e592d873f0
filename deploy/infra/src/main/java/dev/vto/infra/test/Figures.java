package dev.vto.infra.test;

import java.util.Locale;

/** What tests measure, for whoever reads the output of the build. */
public final class Figures {

    private Figures() {}

    public static void print(String format, Object... values) {
        System.out.println("[measured] " + String.format(Locale.ROOT, format, values));
    }
}
