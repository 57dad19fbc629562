package io.github.smi4j.cli;

import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.ResourceSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the PATH arguments: a file, a directory, or {@code -} for standard input. */
final class InputFiles {
    private static final String STANDARD_INPUT = "-";

    private InputFiles() {}

    static ResourceSet read(List<String> paths, InputStream in) {
        if (paths.stream().filter(STANDARD_INPUT::equals).count() > 1) {
            throw new UsageException("standard input (-) can be read once only");
        }
        if (paths.stream().anyMatch(String::isBlank)) {
            throw new UsageException("a PATH is empty; for the current directory write .");
        }
        ManifestReader reader = ManifestReader.create();
        ResourceSet.Builder set = ResourceSet.builder();
        for (String path : paths) {
            set.addAll(path.equals(STANDARD_INPUT) ? readStandardInput(reader, in) : read(reader, path(path)));
        }
        ResourceSet read = set.build();
        if (read.entries().isEmpty() && read.diagnostics().isEmpty()) {
            throw new UsageException("the input has no documents");
        }
        return read;
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException("cannot read " + UserText.show(text) + ": it is no file name in this locale; set"
                    + " LC_ALL to a UTF-8 locale");
        }
    }

    private static ResourceSet readStandardInput(ManifestReader reader, InputStream in) {
        try {
            return reader.read(in, STANDARD_INPUT);
        } catch (IOException e) {
            throw new UsageException("cannot read standard input: " + message(e));
        }
    }

    private static ResourceSet read(ManifestReader reader, Path path) {
        try {
            ResourceSet set = reader.read(path);
            if (Files.isDirectory(path)
                    && set.entries().isEmpty()
                    && set.diagnostics().isEmpty()) {
                throw new UsageException(
                        "the directory " + path + " has no manifests: expected *.yaml, *.yml or *.json files");
            }
            return set;
        } catch (IOException e) {
            throw new UsageException("cannot read " + reason(path, e));
        }
    }

    /** The file that could not be read, and why, in words. */
    static String reason(Path path, IOException e) {
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + ": there is no such file";
        }
        if (e instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied";
        }
        if (e instanceof NotDirectoryException) {
            return path + ": it is not a directory";
        }
        return path + ": " + message(e);
    }

    private static String message(IOException e) {
        return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    }
}
