package io.github.smi4j.convert;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.manifest.ManifestWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A case of a conversion: {@code input.yaml}, {@code options} with a line {@code to=GROUP/VERSION} for each version and perhaps
 * {@code allow-widening}, {@code expected.yaml}, {@code expected.diagnostics}.
 */
record ConversionCase(Path folder) {
    private static final Path CASES = Path.of("src/test/resources/cases/convert");

    /** All of them, sorted by topic and name. */
    static List<ConversionCase> all() {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files.filter(file -> file.endsWith("input.yaml"))
                    .map(Path::getParent)
                    .sorted()
                    .map(ConversionCase::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kind that it is about, or {@code sets}. */
    String topic() {
        return folder.getParent().getFileName().toString();
    }

    /** {@code FROM-to-TO} and perhaps what is special. */
    String name() {
        return folder.getFileName().toString();
    }

    Conversion convert() {
        List<String> options = lines("options");
        SmiConverter converter = SmiConverter.to(options.stream()
                .filter(line -> line.startsWith("to="))
                .map(line -> line.substring(3))
                .toList());
        return (options.contains("allow-widening") ? converter.allowWidening() : converter)
                .convert(ManifestReader.create().read(text("input.yaml"), "input.yaml"));
    }

    static String yaml(Conversion conversion) {
        return ManifestWriter.yaml().write(conversion.resources());
    }

    static String diagnostics(Conversion conversion) {
        return conversion.diagnostics().stream()
                .map(Diagnostic::toString)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    void update(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> lines(String file) {
        return text(file).lines().toList();
    }

    String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return topic() + "/" + name();
    }
}
