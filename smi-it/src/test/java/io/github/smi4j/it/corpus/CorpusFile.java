package io.github.smi4j.it.corpus;

import io.github.smi4j.it.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real manifest, and what the index says of it.
 *
 * @param kinds {@code kind@version} of each document, sorted; {@code -} where there is no version
 * @param parseError what a parser says of it, empty if it can be parsed
 */
public record CorpusFile(Path path, List<String> kinds, String parseError) {
    private static final Pattern COUNTED = Pattern.compile("(.+@(?:-|v1alpha\\d))(?:x(\\d+))?");
    private static final int KINDS = 3;
    private static final int PARSE = 5;

    /** All of them, in the order of the index. */
    public static List<CorpusFile> all() throws IOException {
        Path folder = SharedFiles.folder("corpus");
        return Files.readAllLines(folder.resolve("INDEX.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(cells -> new CorpusFile(folder.resolve(cells[0]), kinds(cells[KINDS]), cells[PARSE]))
                .toList();
    }

    /** The name of the file. */
    public String name() {
        return path.getFileName().toString();
    }

    /** Whether a document of the file is of this kind. */
    public boolean has(String kind) {
        return kinds.stream().anyMatch(k -> k.startsWith(kind + "@"));
    }

    private static List<String> kinds(String cell) {
        List<String> kinds = new ArrayList<>();
        if (!cell.isEmpty()) {
            Arrays.stream(cell.split(", ")).forEach(part -> {
                Matcher matcher = COUNTED.matcher(part);
                if (!matcher.matches()) {
                    throw new IllegalStateException("not kind@version: " + part);
                }
                int count = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
                for (int i = 0; i < count; i++) {
                    kinds.add(matcher.group(1));
                }
            });
        }
        return kinds.stream().sorted().toList();
    }

    @Override
    public String toString() {
        return name();
    }
}
