package io.github.smi4j.it.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.it.ProjectFiles;
import io.github.smi4j.it.consumer.ForkedJava.Result;
import io.github.smi4j.it.publication.PublishedLibrary;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A translator that somebody else wrote, that of docs/examples/plugin, is found beside ours by putting its jar there. */
class PluginTest {
    private static final Path EXAMPLE = ProjectFiles.of("docs/examples/plugin/src");
    private static final Path INPUT = EXAMPLE.resolve("test/resources/cases/access/requests/input.yaml");
    private static final Path COMMAND = ProjectFiles.of("smi-cli/target/smi.jar");

    @TempDir
    private static Path work;

    private static Path plugins;
    private static List<Path> entries;

    @BeforeAll
    static void build() throws Exception {
        List<Path> jars = PublishedLibrary.jars();
        Path classes = Files.createDirectory(work.resolve("plugin"));
        assertThat(Compilation.onModulePath(Compilation.sources(EXAMPLE.resolve("main/java")), jars, classes))
                .isEmpty();
        plugins = Files.createDirectory(work.resolve("plugins"));
        Path plugin = plugins.resolve("smi-translate-doorman.jar");
        int code = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(
                        new PrintWriter(System.out, true),
                        new PrintWriter(System.err, true),
                        "--create",
                        "--file",
                        plugin.toString(),
                        "-C",
                        classes.toString(),
                        ".",
                        "-C",
                        EXAMPLE.resolve("main/resources").toString(),
                        ".");
        assertThat(code).isZero();

        Path programs = Files.createDirectory(work.resolve("programs"));
        assertThat(Compilation.onModulePath(Compilation.sources(Fixtures.folder("programs")), jars, programs))
                .isEmpty();
        entries = Fixtures.and(Fixtures.and(jars, plugin), programs);
    }

    @Test
    void load_classPath_findsPluginBesideIstio() throws Exception {
        assertTranslated(ForkedJava.onClassPath(entries, "shop.TranslateTo", "doorman", "log", "all"));
    }

    @Test
    void load_modulePath_findsPluginBesideIstio() throws Exception {
        assertTranslated(ForkedJava.onModulePath(entries, List.of(), "shop.TranslateTo", "doorman", "log", "all"));
    }

    @Test
    void option_unknown_listsThoseOfThePlugin() throws Exception {
        Result result = ForkedJava.onClassPath(entries, "shop.TranslateTo", "doorman", "lock", "all");

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.err()).contains("IllegalArgumentException", "lock", "log");
    }

    @Test
    void command_meshes_listsPluginWithItsOption() throws Exception {
        Result result = ForkedJava.ofJar(COMMAND, "meshes", "-v", "--plugins", plugins.toString());

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out())
                .startsWith("consul\n")
                .contains("\ndoorman\n")
                .contains("  --option log=refused\n      What the doormen write down: none, refused or all calls.\n")
                .contains("\nistio\n", "\nlinkerd\n");
    }

    @Test
    void command_withoutPlugins_doesNotKnowTheMesh() throws Exception {
        Result result = ForkedJava.ofJar(COMMAND, "translate", "--to", "doorman", INPUT.toString());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("no translator to \"doorman\" is installed");
    }

    @Test
    void command_translate_printsTheResourcesOfThePlugin() throws Exception {
        Result result = translate(INPUT, "--option", "log=refused");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo(Files.readString(INPUT.resolveSibling("expected.yaml")));
    }

    @Test
    void command_wrongOptionOfThePlugin_saysWhatIsExpected() throws Exception {
        Result result = translate(INPUT, "--option", "log=some");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("none, refused or all");
    }

    @Test
    void command_codeOfThePlugin_canBeAccepted() throws Exception {
        Path ambiguous = EXAMPLE.resolve("test/resources/cases/access/labels-of-two/input.yaml");

        Result refused = translate(ambiguous);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("DM1001", "--accept DM1001");

        Result accepted = translate(ambiguous, "--accept", "DM1001");
        assertThat(accepted.exitCode()).as(accepted.err()).isZero();
        assertThat(accepted.out()).contains("name: closed");
    }

    private static Result translate(Path input, String... more) throws Exception {
        List<String> arguments =
                new ArrayList<>(List.of("translate", "--to", "doorman", "--plugins", plugins.toString()));
        arguments.addAll(List.of(more));
        arguments.add(input.toString());
        return ForkedJava.ofJar(COMMAND, arguments.toArray(String[]::new));
    }

    private static void assertTranslated(Result result) {
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out())
                .startsWith("[consul, doorman, istio, linkerd]\n---\napiVersion: mesh.example/v1\n")
                .contains("""
                        spec:
                          entries:
                          - callers:
                            - "spiffe://cluster.local/ns/shop/sa/web"
                            ports:
                            - 5432
                          log: all
                          selector:
                            app: db
                        ---
                        """);
    }
}
