package io.github.smi4j.it.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.it.consumer.ForkedJava.Result;
import io.github.smi4j.it.publication.PublishedLibrary;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A translator that somebody else wrote, in one small class, is found beside ours by putting its jar there. */
class PluginTest {
    private static final String SERVICE = "META-INF/services/io.github.smi4j.translate.spi.MeshTranslator";

    @TempDir
    private static Path work;

    private static List<Path> entries;

    @BeforeAll
    static void build() throws Exception {
        List<Path> jars = PublishedLibrary.jars();
        Path classes = Files.createDirectory(work.resolve("plugin"));
        assertThat(Compilation.onModulePath(Compilation.sources(Fixtures.folder("plugin")), jars, classes))
                .isEmpty();
        Path service = classes.resolve(SERVICE);
        Files.createDirectories(service.getParent());
        Files.writeString(service, "com.example.mesh.ExampleMeshTranslator\n");
        Path plugin = work.resolve("example-mesh.jar");
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
                        ".");
        assertThat(code).isZero();

        Path programs = Files.createDirectory(work.resolve("programs"));
        assertThat(Compilation.onModulePath(Compilation.sources(Fixtures.folder("programs")), jars, programs))
                .isEmpty();
        entries = Fixtures.and(Fixtures.and(jars, plugin), programs);
    }

    @Test
    void load_classPath_findsPluginBesideIstio() throws Exception {
        assertTranslated(ForkedJava.onClassPath(entries, "shop.TranslateTo", "example", "tier", "gold"));
    }

    @Test
    void load_modulePath_findsPluginBesideIstio() throws Exception {
        assertTranslated(ForkedJava.onModulePath(entries, List.of(), "shop.TranslateTo", "example", "tier", "gold"));
    }

    @Test
    void option_unknown_listsThoseOfThePlugin() throws Exception {
        Result result = ForkedJava.onClassPath(entries, "shop.TranslateTo", "example", "teer", "gold");

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.err()).contains("IllegalArgumentException", "teer", "tier");
    }

    private static void assertTranslated(Result result) {
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo("""
                        [example, istio]
                        ---
                        apiVersion: mesh.example.com/v1
                        kind: Route
                        metadata:
                          name: web
                          namespace: shop
                          labels:
                            app.kubernetes.io/managed-by: smi4j
                          annotations:
                            smi4j.github.io/translated-from: "TrafficSplit shop/canary"
                        spec:
                          backends:
                          - "web-v1=90"
                          - "web-v2=10"
                          tier: gold
                        """);
    }
}
