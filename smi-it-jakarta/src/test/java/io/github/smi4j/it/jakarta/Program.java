package io.github.smi4j.it.jakarta;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A user's program: a module, which also runs on the class path, in a virtual machine of its own.
 *
 * @param module the name of the module, of its package and of the folder of its sources
 * @param mainClass the simple name of the class that runs
 * @param classes where it is compiled to
 */
record Program(String module, String mainClass, Path classes) {
    private static final Path JARS = Path.of(System.getProperty("smi4j.jakarta"));
    private static final int TIMEOUT_SECONDS = 60;

    /** Compiles the module for Java 17 against the jars of some folders, with all warnings on, of which there is none. */
    static Program compile(String module, String mainClass, Path classes, List<String> folders) {
        List<String> command = new ArrayList<>(List.of("--release", "17", "-Xlint:all", "-Werror", "-proc:none"));
        // The class path would be that of this test.
        command.addAll(List.of("-d", classes.toString(), "-cp", classes.toString(), "-p", path(jars(folders))));
        files(Path.of("src/test/fixtures").resolve(module), ".java")
                .map(Path::toString)
                .forEach(command::add);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = ToolProvider.getSystemJavaCompiler().run(null, said, said, command.toArray(String[]::new));
        String text = said.toString(StandardCharsets.UTF_8);
        if (code != 0 || !text.isEmpty()) {
            throw new IllegalStateException(text);
        }
        return new Program(module, mainClass, classes);
    }

    /** What it writes on the class path; it must end well. */
    List<String> onClassPath(List<String> folders, List<String> arguments) {
        return run(List.of("-cp", path(entries(folders)), module + "." + mainClass), arguments);
    }

    /** What it writes on the module path, with some modules more than it requires; it must end well. */
    List<String> onModulePath(List<String> folders, List<String> modules, List<String> arguments) {
        List<String> options = List.of(
                "-p",
                path(entries(folders)),
                "--add-modules",
                String.join(",", modules),
                "-m",
                module + "/" + module + "." + mainClass);
        return run(options, arguments);
    }

    private List<Path> entries(List<String> folders) {
        List<Path> entries = new ArrayList<>(jars(folders));
        entries.add(classes);
        return entries;
    }

    private static List<String> run(List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // A short life needs no optimising compiler.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Duser.language=en"));
        command.addAll(options);
        command.addAll(arguments);
        try {
            Path out = Files.createTempFile("out", ".txt");
            Path err = Files.createTempFile("err", ".txt");
            try {
                if (!endsWell(command, out, err)) {
                    throw new IllegalStateException(command + "\n" + Files.readString(err));
                }
                return Files.readAllLines(out);
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean endsWell(List<String> command, Path out, Path err) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "CLASSPATH"));
        Process process = builder.start();
        try {
            return process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<Path> jars(List<String> folders) {
        return folders.stream()
                .flatMap(folder -> files(JARS.resolve(folder), ".jar"))
                .toList();
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(List<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(System.getProperty("path.separator")));
    }
}
