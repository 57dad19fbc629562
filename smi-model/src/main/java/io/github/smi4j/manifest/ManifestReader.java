package io.github.smi4j.manifest;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.SourcePosition;
import io.github.smi4j.diagnostic.SourceText;
import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.model.ResourceSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads YAML and JSON manifests. What is wrong with a text becomes findings with positions in the set; only input and
 * output throw. Text is UTF-8; how much of it is taken in, {@link ReaderLimits} says. Immutable and thread-safe.
 *
 * <p>Scalars are read as Kubernetes reads them: {@code yes} is true, {@code 010} is 8; where YAML 1.2 reads something else, a
 * warning says so.
 *
 * <p>Needs {@code org.snakeyaml:snakeyaml-engine} at run time, on the module path with {@code --add-modules
 * org.snakeyaml.engine}.
 */
public final class ManifestReader {
    private static final String ENGINE = "org.snakeyaml.engine.v2.parser.ParserImpl";
    private static final List<String> SUFFIXES = List.of(".yaml", ".yml", ".json");

    private final ReaderLimits limits;

    private ManifestReader(ReaderLimits limits) {
        this.limits = limits;
    }

    /**
     * A reader with the default limits.
     *
     * @throws IllegalStateException if snakeyaml-engine is not there; the message says what to add
     */
    public static ManifestReader create() {
        return create(ReaderLimits.defaults());
    }

    /**
     * A reader with other limits.
     *
     * @throws IllegalStateException if snakeyaml-engine is not there; the message says what to add
     */
    public static ManifestReader create(ReaderLimits limits) {
        Objects.requireNonNull(limits, "limits");
        try {
            Class.forName(ENGINE, false, ManifestReader.class.getClassLoader());
            // On the module path the class may exist and still not be readable.
            Engine.check();
            return new ManifestReader(limits);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new IllegalStateException(
                    "reading manifests needs org.snakeyaml:snakeyaml-engine (3.x): add it to the class path, or to the"
                            + " module path with --add-modules org.snakeyaml.engine",
                    e);
        }
    }

    /** Touches the engine, so that a missing or unreadable one shows when the reader is made. */
    private static final class Engine {
        static void check() {
            org.snakeyaml.engine.v2.api.LoadSettings.builder();
        }
    }

    /**
     * Reads a file, or all {@code *.yaml}, {@code *.yml} and {@code *.json} files below a directory in the order of their
     * names. Links to files are read, links to directories are not followed, and what begins with two dots, as in a mounted
     * ConfigMap, is left out.
     *
     * @throws IOException if a file cannot be read
     */
    public ResourceSet read(Path path) throws IOException {
        ResourceSet.Builder set = ResourceSet.builder();
        forEach(path, set::addAll);
        return set.build();
    }

    /**
     * Reads a stream, and leaves it open.
     *
     * @param name the name that positions show, for example {@code -} for standard input
     * @throws IOException if the stream cannot be read
     */
    public ResourceSet read(InputStream in, String name) throws IOException {
        ResourceSet.Builder set = ResourceSet.builder();
        forEach(in, name, set::addAll);
        return set.build();
    }

    /**
     * Reads a text.
     *
     * @param name the name that positions show
     */
    public ResourceSet read(String text, String name) {
        ResourceSet.Builder set = ResourceSet.builder();
        readText(text, name, set::addAll);
        return set.build();
    }

    /**
     * Reads as {@link #read(Path)} does, and hands over document by document, so that a large folder need not be held
     * as a whole.
     *
     * @param documents takes the resources of one document, or what is wrong with it; a list has many
     * @throws IOException if a file cannot be read
     */
    public void forEach(Path path, Consumer<? super ResourceSet> documents) throws IOException {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(documents, "documents");
        if (!Files.isDirectory(path)) {
            readFile(path, documents);
            return;
        }
        List<Path> files;
        try (Stream<Path> found = Files.walk(path)) {
            files = found.filter(file -> isVisible(path.relativize(file)) && isManifest(file))
                    .filter(file -> !Files.isDirectory(file))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path file : files) {
            readFile(file, documents);
        }
    }

    /**
     * Reads as {@link #read(InputStream, String)} does, and hands over document by document.
     *
     * @throws IOException if the stream cannot be read
     */
    public void forEach(InputStream in, String name, Consumer<? super ResourceSet> documents) throws IOException {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(name, "name");
        text(in, name, documents).ifPresent(text -> readText(text, name, documents));
    }

    /** In a method of its own, so that the bytes are not held while the text is read. */
    private Optional<String> text(InputStream in, String name, Consumer<? super ResourceSet> documents)
            throws IOException {
        byte[] bytes = in.readNBytes(limits.maxBytes() + 1);
        if (bytes.length > limits.maxBytes()) {
            documents.accept(faulty(Diagnostic.builder(TextCode.LIMIT)
                    .position(Optional.of(SourcePosition.of(SourceText.of(name, ""), 1, 1)))
                    .message("is larger than " + limits.maxBytes() + " bytes")
                    .build()));
            return Optional.empty();
        }
        return Utf8.decode(bytes, name, fault -> documents.accept(faulty(fault)));
    }

    private static boolean isVisible(Path below) {
        for (Path name : below) {
            if (name.toString().startsWith("..")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isManifest(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return SUFFIXES.stream().anyMatch(name::endsWith);
    }

    private void readFile(Path file, Consumer<? super ResourceSet> documents) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            forEach(in, file.toString(), documents);
        }
    }

    private void readText(String text, String name, Consumer<? super ResourceSet> documents) {
        SourceText source = SourceText.of(name, Utf8.withoutMark(text));
        DocumentReader reader = new DocumentReader(source);
        new TextDocuments(
                        source,
                        limits,
                        document -> documents.accept(reader.read(document)),
                        fault -> documents.accept(faulty(fault)))
                .read();
    }

    private static ResourceSet faulty(Diagnostic fault) {
        return ResourceSet.builder().addDiagnostic(fault).build();
    }
}
