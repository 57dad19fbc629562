package io.github.smi4j.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.convert.Conversion;
import io.github.smi4j.convert.SmiConverter;
import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.model.Decoded;
import io.github.smi4j.model.Manifest;
import io.github.smi4j.model.PlainYaml;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.SmiResource;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Manifests that are nearly right: valid ones of all kinds, changed as trees and as texts. Runs for
 * {@code -Dsmi4j.fuzz.seconds}; {@code -Dsmi4j.fuzz.seed} repeats a run.
 */
class ManifestFuzzTest {
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int LEAST_PER_SECOND = 20;
    private static final int MEMORY_INPUTS = 300;
    private static final List<String> NASTY = List.of(
            "",
            "~",
            "null",
            "yes",
            "on",
            "y",
            "010",
            "0x1F",
            "0b1",
            "1_000",
            ".inf",
            ".nan",
            "1e400",
            "-1",
            "0.5",
            "500m",
            "1Ei",
            "99999999999999999999",
            "!!str 5",
            "!x y",
            "*a",
            "*none",
            "&a x",
            "[]",
            "{}",
            "[[[]]]",
            "'yes'",
            "\"\\ud800\"",
            "\"\\0\"",
            "\"\\u202e\"",
            "|\n  x",
            ">-\n  x",
            "<<",
            "List",
            "TrafficSplit",
            "TCPRoute",
            "split.smi-spec.io/v1alpha1",
            "specs.smi-spec.io/v1alpha4",
            "metrics.smi-spec.io/v1alpha1",
            "v1",
            "65536",
            "\u00e4",
            "\ud83d\ude00",
            "{<<: *a}",
            "(",
            "*",
            "a b",
            "#");
    private static final List<String> TOKENS = List.of(
            "\n",
            "  ",
            "\t",
            ": ",
            "- ",
            "---\n",
            "\n---\n",
            "...\n",
            "{",
            "}",
            "[",
            "]",
            ",",
            "\"",
            "'",
            "&a ",
            "*a",
            "!!str ",
            "!x ",
            "<<: *a\n",
            "? ",
            "|",
            ">",
            "#",
            "%YAML 1.1\n",
            "\r",
            "\uFEFF",
            "\u2028",
            "\u0000",
            "\ud800",
            "items:\n",
            "kind: ");
    private static final List<String> VERSIONS = Stream.concat(
                    Arrays.stream(ResourceKind.values())
                            .flatMap(kind -> kind.versions().stream().map(kind::apiVersion)),
                    Stream.of("metrics.smi-spec.io/v1alpha1", "metrics.smi-spec.io/v1alpha2"))
            .distinct()
            .toList();
    private static final Pattern PLACEHOLDER = Pattern.compile("\"@@([0-9]+)\"|@@([0-9]+)");

    private final List<String> documents = documents();

    private static List<String> documents() {
        try (InputStream in = Objects.requireNonNull(
                ManifestFuzzTest.class.getResourceAsStream("/fuzz/documents.yaml"), "documents.yaml")) {
            return List.of(new String(in.readAllBytes(), UTF_8).split("(?m)^---\n"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void documents_areValid() {
        assertThat(documents).hasSizeGreaterThanOrEqualTo(20);
        for (String document : documents) {
            assertThat(read(document).diagnostics()).as(document).isEmpty();
            assertThat(read(document).entries()).isNotEmpty();
        }
    }

    @Test
    void read_changedManifests_holdsEveryPromise() {
        long seed = Long.getLong("smi4j.fuzz.seed", new Random().nextLong());
        int seconds = Integer.getInteger("smi4j.fuzz.seconds", 10);
        Random random = new Random(seed);
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        int inputs = 0;
        int resources = 0;
        while (System.nanoTime() < end) {
            resources += check(input(random), random, seed, inputs++);
        }
        assertThat(inputs).as("inputs, seed %d", seed).isGreaterThan(LEAST_PER_SECOND * seconds);
        assertThat(resources).as("resources that were read, seed %d", seed).isGreaterThan(inputs / 10);
    }

    /** The same in the heap that the reader promises, with many documents at once. */
    @Test
    @Tag("hostile")
    void read_changedManifestsInALittleHeap_holdsEveryPromise() {
        long seed = Long.getLong("smi4j.fuzz.seed", 17);
        Random random = new Random(seed);
        for (int i = 0; i < MEMORY_INPUTS; i++) {
            check(input(random), random, seed, i);
        }
    }

    /** The number of resources that were read. */
    private static int check(String text, Random random, long seed, int number) {
        long start = System.nanoTime();
        try {
            int resources = checkPromises(text, random);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
            return resources;
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            throw new AssertionError("-Dsmi4j.fuzz.seed=" + seed + ", input " + number + ":\n" + text, e);
        }
    }

    private static int checkPromises(String text, Random random) {
        ResourceSet set = read(text);
        assertThat(set.diagnostics()).allMatch(d -> d.position().isPresent());
        checkWritten(set.manifests(), set.resources());
        set.entries().stream().filter(e -> e.resource().isPresent()).forEach(ManifestFuzzTest::checkDecoded);
        checkConverted(set, VERSIONS.get(random.nextInt(VERSIONS.size())));
        return set.resources().size();
    }

    private static void checkWritten(List<Manifest> manifests, List<SmiResource> resources) {
        for (ManifestWriter writer : List.of(ManifestWriter.yaml(), ManifestWriter.json())) {
            ResourceSet again = read(writer.write(resources));

            // A List is two levels more, which may be too many.
            if (again.diagnostics().stream().noneMatch(d -> d.code() == TextCode.LIMIT)) {
                assertThat(again.resources()).isEqualTo(resources);
            }
            assertThat(again.diagnostics()).noneMatch(ManifestFuzzTest::isTextFault);
            assertThat(read(writer.write(manifests)).diagnostics()).noneMatch(ManifestFuzzTest::isTextFault);
        }
    }

    private static void checkDecoded(ResourceSet.Entry entry) {
        Decoded<SmiResource> decoded = SmiResource.decode(entry.tree());

        assertThat(decoded.value()).isEqualTo(entry.resource());
    }

    private static void checkConverted(ResourceSet set, String version) {
        Conversion conversion = SmiConverter.to(version).convert(set);

        String text = ManifestWriter.yaml().write(conversion.resources());
        if (conversion.errors().isEmpty()) {
            assertThat(read(text).diagnostics()).noneMatch(d -> d.severity() == Severity.ERROR);
        }
    }

    /** A fault of the text itself, not of what it says: SMI1001 to SMI1010. */
    private static boolean isTextFault(Diagnostic finding) {
        return finding.code() instanceof TextCode code
                && code.id().compareTo("SMI1011") < 0
                && code != TextCode.NOT_AN_OBJECT
                && code != TextCode.LIMIT;
    }

    private static ResourceSet read(String text) {
        return ManifestReader.create().read(text, "a.yaml");
    }

    // Inputs

    private String input(Random random) {
        StringBuilder text = new StringBuilder();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            String document = documents.get(random.nextInt(documents.size()));
            text.append("---\n").append(random.nextBoolean() ? changedTree(document, random) : document);
        }
        return random.nextBoolean() ? text.toString() : changedText(text.toString(), random);
    }

    /** The tree with some nodes changed; nasty scalars stand for themselves as they would be typed. */
    private static String changedTree(String document, Random random) {
        Map<String, Object> tree = copy(PlainYaml.tree(document));
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            List<Object> containers = new ArrayList<>();
            collect(tree, containers);
            changeOne(containers.get(random.nextInt(containers.size())), containers, random);
        }
        StringBuilder printed = new StringBuilder();
        try {
            new YamlText(printed).document(tree);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return PLACEHOLDER.matcher(printed).replaceAll(m -> Matcher.quoteReplacement(NASTY.get(index(m))));
    }

    private static int index(java.util.regex.MatchResult match) {
        return Integer.parseInt(match.group(1) == null ? match.group(2) : match.group(1));
    }

    private static void collect(Object node, List<Object> containers) {
        if (node instanceof Map<?, ?> map) {
            containers.add(map);
            map.values().forEach(value -> collect(value, containers));
        } else if (node instanceof List<?> list) {
            containers.add(list);
            list.forEach(value -> collect(value, containers));
        }
    }

    @SuppressWarnings("unchecked") // the trees are copies that the test made
    private static void changeOne(Object container, List<Object> containers, Random random) {
        Object value = value(containers, random);
        if (container instanceof List<?> list) {
            List<Object> elements = (List<Object>) list;
            int place = random.nextInt(elements.size() + 1);
            if (place == elements.size() || random.nextInt(4) == 0) {
                elements.add(place, value);
            } else if (random.nextInt(3) == 0) {
                elements.remove(place);
            } else {
                elements.set(place, value);
            }
            return;
        }
        Map<String, Object> map = (Map<String, Object>) container;
        String key = map.isEmpty() ? "x" : List.copyOf(map.keySet()).get(random.nextInt(map.size()));
        switch (random.nextInt(5)) {
            case 0 -> map.remove(key);
            case 1 -> map.put(placeholder(random), value);
            case 2 -> map.put(key + "x", map.getOrDefault(key, value));
            case 3 -> map.put(key, new ArrayList<>(Arrays.asList(copyOf(map.getOrDefault(key, "x")), value)));
            default -> map.put(key, value);
        }
    }

    /** A nasty scalar, a part of the tree, or one in many lists. */
    private static Object value(List<Object> containers, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> copyOf(containers.get(random.nextInt(containers.size())));
            case 1 -> {
                Object deep = placeholder(random);
                for (int i = random.nextInt(120); i > 0; i--) {
                    deep = new ArrayList<>(List.of(deep));
                }
                yield deep;
            }
            default -> placeholder(random);
        };
    }

    private static String placeholder(Random random) {
        return "@@" + random.nextInt(NASTY.size());
    }

    private static Map<String, Object> copy(Map<String, Object> tree) {
        Map<String, Object> copy = new LinkedHashMap<>();
        tree.forEach((key, value) -> copy.put(key, copyOf(value)));
        return copy;
    }

    @SuppressWarnings("unchecked") // the documents have string keys
    private static Object copyOf(Object value) {
        if (value instanceof Map<?, ?> map) {
            return copy((Map<String, Object>) map);
        }
        return value instanceof List<?> list
                ? new ArrayList<>(list.stream().map(ManifestFuzzTest::copyOf).toList())
                : value;
    }

    private static String changedText(String text, Random random) {
        List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)")));
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int place = random.nextInt(lines.size());
            String line = lines.get(place);
            int column = random.nextInt(line.length() + 1);
            switch (random.nextInt(6)) {
                case 0 -> lines.add(place, line);
                case 1 -> lines.set(place, "");
                case 2 ->
                    lines.set(
                            place,
                            line.substring(0, column)
                                    + TOKENS.get(random.nextInt(TOKENS.size()))
                                    + line.substring(column));
                case 3 ->
                    lines.set(place, line.substring(0, column) + line.substring(Math.min(line.length(), column + 1)));
                case 4 ->
                    lines.set(
                            place,
                            line.replaceFirst(
                                    ": ",
                                    ": " + Matcher.quoteReplacement(NASTY.get(random.nextInt(NASTY.size())) + " ")));
                default -> lines.set(place, "  " + line);
            }
        }
        return String.join("", lines);
    }
}
