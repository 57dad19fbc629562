package io.github.smi4j.it.consumer;

import io.github.smi4j.it.ProjectFiles;
import io.github.smi4j.it.publication.PublishedLibrary;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The sources of users' programs, and the jars that they are run with. */
final class Fixtures {
    private Fixtures() {}

    static Path folder(String name) {
        return ProjectFiles.of("smi-it/src/test/fixtures").resolve(name);
    }

    /** Our jars, and those that the given classes come from. */
    static List<Path> jarsWith(Class<?>... types) {
        return Stream.concat(
                        PublishedLibrary.jars().stream(), Arrays.stream(types).map(Fixtures::jarOf))
                .toList();
    }

    /** A class path or module path with one entry more. */
    static List<Path> and(List<Path> entries, Path one) {
        return Stream.concat(entries.stream(), Stream.of(one)).toList();
    }

    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(type.toString(), e);
        }
    }
}
