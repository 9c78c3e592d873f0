package dev.vto.local;

import java.nio.file.Path;

/** The checkout that the tests run in. */
public final class Project {

    /** Tests run in the folder of their module. */
    public static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

    private Project() {}
}
