package io.github.smi4j.it;

import java.nio.file.Path;

/** Where the files of the project lie. */
public final class ProjectFiles {
    private static final Path ROOT = Path.of(System.getProperty("smi4j.root")).normalize();

    private ProjectFiles() {}

    /** A file or folder, by its path from the root of the project. */
    public static Path of(String path) {
        return ROOT.resolve(path);
    }

    /** The version that is built. */
    public static String version() {
        return System.getProperty("smi4j.version");
    }
}
