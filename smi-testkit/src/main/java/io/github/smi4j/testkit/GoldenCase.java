package io.github.smi4j.testkit;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.manifest.ManifestWriter;
import io.github.smi4j.policy.OptionKey;
import io.github.smi4j.policy.PolicyOptions;
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
 * A folder with {@code input.yaml}, what it is translated to in {@code expected.yaml}, the findings in
 * {@code expected.diagnostics}, and at will {@code options}, lines of {@code name=value}. Immutable.
 *
 * @param root the folder of all cases
 * @param folder the folder of this one, two levels below: topic and name
 */
public record GoldenCase(Path root, Path folder) {
    /** The manifests that are translated. */
    public static final String INPUT = "input.yaml";

    /** The resources that are expected. */
    public static final String RESOURCES = "expected.yaml";

    /** The findings that are expected, one line each, and one with help. */
    public static final String DIAGNOSTICS = "expected.diagnostics";

    /** The settings, of the reading and of the translator. */
    public static final String OPTIONS = "options";

    private static final int LEVELS = 2;

    /** All cases below a folder, sorted by name. */
    public static List<GoldenCase> in(Path root) {
        try (Stream<Path> folders = Files.find(root, LEVELS, (path, attributes) -> attributes.isDirectory())) {
            return folders.filter(path -> path.getNameCount() == root.getNameCount() + LEVELS)
                    .sorted()
                    .map(folder -> new GoldenCase(root, folder))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code topic/name}. */
    public String name() {
        return root.relativize(folder).toString().replace('\\', '/');
    }

    /** The names of the files in the folder, sorted. */
    public List<String> fileNames() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of one of the files. */
    public String text(String file) {
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

    /** The documents of the input, each with its last line break. */
    public List<String> documents() {
        String text = text(INPUT);
        String lines = text.endsWith("\n") ? text : text + "\n";
        return new ArrayList<>(Arrays.asList(lines.split("(?m)^---\n")));
    }

    /** The translation of the input. */
    public Translation translate(Translator translator) {
        return translate(translator, text(INPUT));
    }

    /** The translation of another text with the settings of the case. */
    Translation translate(Translator translator, String input) {
        PolicyOptions.Builder policy = PolicyOptions.builder();
        TranslationOptions.Builder mesh = TranslationOptions.builder();
        List<String> policyNames =
                PolicyOptions.KEYS.stream().map(OptionKey::name).toList();
        for (String line : fileNames().contains(OPTIONS) ? text(OPTIONS).lines().toList() : List.<String>of()) {
            String name = line.substring(0, line.indexOf('='));
            String value = line.substring(name.length() + 1);
            if (policyNames.contains(name)) {
                policy.set(name, value);
            } else {
                mesh.set(name, value);
            }
        }
        return translator.translate(ManifestReader.create().read(input, INPUT), policy.build(), mesh.build());
    }

    /** The resources of a translation as they stand in {@link #RESOURCES}; patches, if any, follow after a comment. */
    public static String resources(Translation translation) {
        String resources = ManifestWriter.yaml().write(translation.resources());
        return translation.patches().isEmpty()
                ? resources
                : resources + "---\n# patches\n" + ManifestWriter.yaml().write(translation.patches());
    }

    /** The findings of a translation as they stand in {@link #DIAGNOSTICS}. */
    public static String diagnostics(Translation translation) {
        return translation.diagnostics().stream()
                .map(d -> d + "\n  help: " + d.help() + "\n")
                .collect(Collectors.joining());
    }

    /** Resources and findings. */
    static String output(Translation translation) {
        return resources(translation) + diagnostics(translation);
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
