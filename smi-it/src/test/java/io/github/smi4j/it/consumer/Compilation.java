package io.github.smi4j.it.consumer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A user's compilation: release 17, all warnings on, and each of them an error. */
final class Compilation {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private Compilation() {}

    /** Compiles as an unnamed module, and returns what the compiler had to say. */
    static List<String> onClassPath(List<Path> sources, List<Path> jars, Path output) throws IOException {
        List<Path> classes = sources.stream()
                .filter(source -> !source.endsWith("module-info.java"))
                .toList();
        return compile(classes, List.of("-cp", path(jars)), output);
    }

    /** Compiles as a named module, and returns what the compiler had to say. */
    static List<String> onModulePath(List<Path> sources, List<Path> jars, Path output) throws IOException {
        return compile(sources, List.of("-p", path(jars)), output);
    }

    /** All sources below a folder. */
    static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** A class path or module path. */
    static String path(List<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(System.getProperty("path.separator")));
    }

    private static List<String> compile(List<Path> sources, List<String> paths, Path output) throws IOException {
        List<String> options = new ArrayList<>(
                List.of("--release", "17", "-Xlint:all", "-Werror", "-proc:none", "-d", output.toString()));
        options.addAll(paths);
        DiagnosticCollector<JavaFileObject> findings = new DiagnosticCollector<>();
        boolean done;
        try (StandardJavaFileManager files = COMPILER.getStandardFileManager(findings, Locale.ROOT, null)) {
            done = COMPILER.getTask(null, files, findings, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        List<String> said = findings.getDiagnostics().stream()
                .map(finding -> finding.toString())
                .toList();
        return done || !said.isEmpty() ? said : List.of("failed without a word");
    }
}
