package io.github.smi4j.it.consumer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program in a virtual machine of its own, which sees nothing but the given jars and classes. */
final class ForkedJava {
    private static final int TIMEOUT_SECONDS = 60;

    private ForkedJava() {}

    /** What a program wrote, and how it ended. */
    record Result(int exitCode, String out, String err) {}

    static Result onClassPath(List<Path> entries, String mainClass, String... arguments)
            throws IOException, InterruptedException {
        return run(List.of("-cp", Compilation.path(entries), mainClass), arguments);
    }

    /** Runs a main class of the module {@code shop}. */
    static Result onModulePath(List<Path> entries, List<String> options, String mainClass, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(options);
        command.addAll(List.of("-p", Compilation.path(entries), "-m", "shop/" + mainClass));
        return run(command, arguments);
    }

    /** Runs an executable jar. */
    static Result ofJar(Path jar, String... arguments) throws IOException, InterruptedException {
        return run(List.of("-jar", jar.toString()), arguments);
    }

    private static Result run(List<String> options, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // A short life needs no optimising compiler.
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(options);
        command.addAll(Arrays.asList(arguments));
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "CLASSPATH"));
            Process process = builder.start();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("still running after " + TIMEOUT_SECONDS + " s: " + command);
            }
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
