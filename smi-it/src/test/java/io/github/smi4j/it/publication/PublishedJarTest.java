package io.github.smi4j.it.publication;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The jars that users get: what they need, what they provide, and that they do not meddle with each other. */
class PublishedJarTest {
    private static final String SERVICES = "META-INF/services/";

    /** How large the model may be, which everything else brings along: 350 KB. */
    private static final long MODEL_BYTES = 350 * 1024;

    @SuppressWarnings("unused") // the parameters of tests
    private static final List<PublishedLibrary> LIBRARIES = PublishedLibrary.ALL;

    @ParameterizedTest
    @FieldSource("LIBRARIES")
    void jdeps_library_needsJavaBaseAndOwnModules(PublishedLibrary library) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        String modulePath =
                PublishedLibrary.jars().stream().map(Path::toString).collect(Collectors.joining(pathSeparator()));
        int code = ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(
                        writer,
                        writer,
                        "--ignore-missing-deps",
                        "--module-path",
                        modulePath,
                        "--print-module-deps",
                        library.jar().toString());
        writer.flush();

        assertThat(code).as(out.toString()).isZero();
        assertThat(out.toString().strip().split(","))
                .contains("java.base")
                .allMatch(module -> module.equals("java.base") || module.startsWith("io.github.smi4j."));
    }

    @ParameterizedTest
    @FieldSource("LIBRARIES")
    void module_requirementsOfOthers_areOptional(PublishedLibrary library) {
        assertThat(descriptor(library).requires())
                .filteredOn(r -> !r.name().equals("java.base") && !r.name().startsWith("io.github.smi4j."))
                .allSatisfy(r -> assertThat(r.modifiers()).containsExactly(Requires.Modifier.STATIC));
    }

    @ParameterizedTest
    @FieldSource("LIBRARIES")
    void services_ofJarAndModule_agree(PublishedLibrary library) throws IOException {
        Map<String, Set<String>> ofModule = new TreeMap<>();
        descriptor(library).provides().forEach(p -> ofModule.put(p.service(), new TreeSet<>(p.providers())));

        assertThat(services(library.jar())).isEqualTo(ofModule);
    }

    @ParameterizedTest
    @FieldSource("LIBRARIES")
    void exports_packages_areNotInternal(PublishedLibrary library) {
        assertThat(descriptor(library).exports())
                .isNotEmpty()
                .allSatisfy(export ->
                        assertThat(List.of(export.source().split("\\."))).doesNotContain("internal"));
    }

    @Test
    void packages_all_liveInOneJar() {
        List<String> packages = PublishedLibrary.ALL.stream()
                .flatMap(library -> descriptor(library).packages().stream())
                .toList();

        assertThat(packages).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @FieldSource("LIBRARIES")
    void sources_ofEveryPackage_areThere(PublishedLibrary library) throws IOException {
        try (JarFile sources = new JarFile(library.sourcesJar().toFile())) {
            Set<String> packages = sources.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".java") && name.contains("/"))
                    .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
                    .collect(toCollection(TreeSet::new));
            assertThat(packages)
                    .containsExactlyInAnyOrderElementsOf(descriptor(library).packages());
            assertThat(sources.getEntry("module-info.java")).isNotNull();
        }
    }

    @Test
    void model_jar_isSmall() throws IOException {
        assertThat(Files.size(new PublishedLibrary("smi-model").jar())).isBetween(1L, MODEL_BYTES);
    }

    private static ModuleDescriptor descriptor(PublishedLibrary library) {
        return ModuleFinder.of(library.jar()).findAll().iterator().next().descriptor();
    }

    private static Map<String, Set<String>> services(Path jar) throws IOException {
        Map<String, Set<String>> services = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) file.stream().map(ZipEntry.class::cast)::iterator) {
                if (entry.getName().startsWith(SERVICES) && !entry.isDirectory()) {
                    services.put(entry.getName().substring(SERVICES.length()), providers(file, entry));
                }
            }
        }
        return services;
    }

    private static Set<String> providers(JarFile file, ZipEntry entry) throws IOException {
        try (InputStream in = file.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .collect(toCollection(TreeSet::new));
        }
    }

    private static String pathSeparator() {
        return System.getProperty("path.separator");
    }
}
