package io.github.smi4j.it.docs;

import io.github.smi4j.it.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The codes that a release had first, and the release. A line is never removed, and no code of it ever means something else;
 * one that is gone stays here with {@code retired} behind it.
 */
final class ReleasedCodes {
    static final String RETIRED = "retired";

    private static final Path FILE = ProjectFiles.of("smi-it/src/test/resources/codes-of-releases.txt");

    private ReleasedCodes() {}

    /** The release of each code, perhaps with {@link #RETIRED} behind it. */
    static Map<String, String> all() {
        try {
            return Files.readAllLines(FILE).stream()
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toMap(words -> words[0], words -> words[1], (a, b) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The release that had a code first; a code that is in no list is of the version that is being made. */
    static String since(String code) {
        return all().getOrDefault(code, ProjectFiles.version().replace("-SNAPSHOT", ""));
    }

    /** Adds the codes that are new. */
    static void write(Iterable<String> codes) throws IOException {
        Map<String, String> all = all();
        codes.forEach(code -> all.putIfAbsent(code, since(code)));
        Files.writeString(
                FILE,
                all.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                        .collect(Collectors.joining()));
    }
}
