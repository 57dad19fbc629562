package io.github.smi4j.it.publication;

import io.github.smi4j.it.ProjectFiles;
import java.nio.file.Path;
import java.util.List;

/**
 * A library module that is published.
 *
 * @param name its folder and artifact
 */
public record PublishedLibrary(String name) {
    /** All of them, those that others build on first. */
    public static final List<PublishedLibrary> ALL = List.of(
            new PublishedLibrary("smi-model"),
            new PublishedLibrary("smi-translate"),
            new PublishedLibrary("smi-validation"),
            new PublishedLibrary("smi-translate-istio"));

    /** The jars of all of them. */
    public static List<Path> jars() {
        return ALL.stream().map(PublishedLibrary::jar).toList();
    }

    /** The jar that is published. */
    public Path jar() {
        return built(name + "-" + ProjectFiles.version() + ".jar");
    }

    /** The jar of its sources. */
    public Path sourcesJar() {
        return built(name + "-" + ProjectFiles.version() + "-sources.jar");
    }

    /** The POM that is published. */
    public Path pom() {
        return built(".flattened-pom.xml");
    }

    private Path built(String file) {
        return ProjectFiles.of(name).resolve("target").resolve(file);
    }

    @Override
    public String toString() {
        return name;
    }
}
