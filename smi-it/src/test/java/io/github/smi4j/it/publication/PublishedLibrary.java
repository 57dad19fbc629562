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
    /** All that run where their users' programs do, those that others build on first. */
    public static final List<PublishedLibrary> ALL = List.of(
            new PublishedLibrary("smi-model"),
            new PublishedLibrary("smi-translate"),
            new PublishedLibrary("smi-validation"),
            new PublishedLibrary("smi-translate-istio"),
            new PublishedLibrary("smi-translate-linkerd"),
            new PublishedLibrary("smi-translate-consul"));

    /** What users test with; it needs what tests have, and has no module descriptor. */
    public static final PublishedLibrary TESTKIT = new PublishedLibrary("smi-testkit");

    /** The jars of all that run. */
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
