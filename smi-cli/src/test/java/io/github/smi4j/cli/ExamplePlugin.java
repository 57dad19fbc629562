package io.github.smi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** The translator of docs/examples/plugin. */
final class ExamplePlugin {
    private static final Path MAIN = Path.of("docs", "examples", "plugin", "src", "main");

    private ExamplePlugin() {}

    /** Writes its jar into a folder. */
    static void writeJar(Path folder) throws IOException {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        List<String> sources;
        try (Stream<Path> files = Files.walk(MAIN.resolve("java"))) {
            sources = files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java"))
                    .map(Path::toString)
                    .toList();
        }
        Stream<String> options =
                Stream.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString());
        run("javac", Stream.concat(options, sources.stream()));
        String jar = folder.resolve("smi-translate-doorman-1.0.jar").toString();
        String resources = MAIN.resolve("resources").toString();
        run("jar", Stream.of("--create", "--file", jar, "-C", classes.toString(), ".", "-C", resources, "."));
    }

    private static void run(String tool, Stream<String> arguments) {
        StringWriter said = new StringWriter();
        int code = ToolProvider.findFirst(tool)
                .orElseThrow()
                .run(new PrintWriter(said), new PrintWriter(said), arguments.toArray(String[]::new));
        assertThat(code).as(said.toString()).isZero();
    }
}
