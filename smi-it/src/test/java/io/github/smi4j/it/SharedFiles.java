package io.github.smi4j.it;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The schemas and real manifests beside the project: absent they skip a test, or fail it where they are required. */
public final class SharedFiles {
    private SharedFiles() {}

    /** A folder of them; it is there if this returns. */
    public static Path folder(String name) {
        Path folder = Path.of(System.getProperty("smi4j.shared")).resolve(name).normalize();
        if (!Files.isDirectory(folder)) {
            String message = "no folder " + folder + "; set -Dsmi4j.shared to the folder that has " + name;
            if (Boolean.getBoolean("smi4j.shared.required")) {
                Assertions.fail(message);
            }
            Assumptions.abort(message);
        }
        return folder;
    }
}
