package io.github.smi4j.translate.istio;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.manifest.ManifestWriter;
import io.github.smi4j.policy.OptionKey;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.Translation;
import io.github.smi4j.translate.TranslationOptions;
import io.github.smi4j.translate.Translator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder with an input, what it is translated to, and the findings.
 *
 * @param folder the folder
 */
record GoldenCase(Path folder) {
    static final Path ROOT = Path.of("src", "test", "resources", "cases");
    static final String INPUT = "input.yaml";
    static final String RESOURCES = "expected.yaml";
    static final String DIAGNOSTICS = "expected.diagnostics";
    static final String OPTIONS = "options";

    private static final Translator ISTIO =
            MeshTranslators.of(IstioTranslator.create()).get("istio");

    /** All cases: every folder that is two levels below the root. */
    static List<GoldenCase> all() {
        try (Stream<Path> folders = Files.find(ROOT, 2, (path, attributes) -> attributes.isDirectory())) {
            return folders.filter(path -> path.getNameCount() == ROOT.getNameCount() + 2)
                    .sorted()
                    .map(GoldenCase::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return ROOT.relativize(folder).toString().replace('\\', '/');
    }

    List<String> fileNames() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The documents of the input. */
    List<String> documents() {
        return new ArrayList<>(Arrays.asList(text(INPUT).split("(?m)^---\n")));
    }

    Translation translate() {
        return translate(text(INPUT));
    }

    Translation translate(String input) {
        PolicyOptions.Builder policy = PolicyOptions.builder();
        TranslationOptions.Builder istio = TranslationOptions.builder();
        List<String> policyNames =
                PolicyOptions.KEYS.stream().map(OptionKey::name).toList();
        for (String line : fileNames().contains(OPTIONS) ? text(OPTIONS).lines().toList() : List.<String>of()) {
            String name = line.substring(0, line.indexOf('='));
            String value = line.substring(name.length() + 1);
            if (policyNames.contains(name)) {
                policy.set(name, value);
            } else {
                istio.set(name, value);
            }
        }
        return ISTIO.translate(ManifestReader.create().read(input, INPUT), policy.build(), istio.build());
    }

    static String resources(Translation translation) {
        return ManifestWriter.yaml().write(translation.resources());
    }

    static String diagnostics(Translation translation) {
        return translation.diagnostics().stream()
                .map(d -> d + "\n  help: " + d.help() + "\n")
                .collect(Collectors.joining());
    }

    /** The findings without their places in the text, in an order that these do not decide. */
    static List<String> placeless(Translation translation) {
        return translation.diagnostics().stream()
                .map(GoldenCase::withoutPlace)
                .sorted()
                .toList();
    }

    private static String withoutPlace(Diagnostic diagnostic) {
        return String.join(
                " ",
                diagnostic.severity().toString(),
                diagnostic.code().id(),
                diagnostic.resource().map(Object::toString).orElse(""),
                diagnostic.path().toString(),
                diagnostic.message(),
                diagnostic.help());
    }

    /** The name. */
    @Override
    public String toString() {
        return name();
    }
}
