package io.github.smi4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.convert.Conversion;
import io.github.smi4j.convert.ConversionCode;
import io.github.smi4j.convert.SmiConverter;
import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.manifest.ManifestWriter;
import io.github.smi4j.model.ResourceSet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A conversion to other versions never means more, and means the same unless it says otherwise: judged by the one reading. */
class ConversionMeaningTest {
    private static final int BUNDLES = Boolean.getBoolean("smi4j.proof") ? 20_000 : 100;
    private static final ManifestReader READER = ManifestReader.create();
    private static final Inventory INVENTORY =
            Inventory.from(READER.read(ConversionBundles.CLUSTER, "cluster.yaml"), "default");
    private static final List<String> GROUPS = List.of("access", "specs", "split");

    /**
     * What a set means.
     *
     * @param policy the reading
     * @param decisions what it allows and closes
     * @param grants what each target grants
     * @param splits how each root is split, in shares of one whole
     */
    private record Meaning(
            ResolvedPolicy policy,
            Decisions decisions,
            Map<String, Set<Object>> grants,
            Map<String, Set<Object>> splits) {
        static Meaning of(ResourceSet set) {
            ResolvedPolicy policy =
                    ResolvedPolicy.of(set, PolicyOptions.builder().build(), INVENTORY);
            Map<String, Set<Object>> grants = new TreeMap<>();
            for (ResolvedTarget target : policy.targets()) {
                for (Workload workload : target.destinations()) {
                    grants.put(
                            target + " to " + workload,
                            target.grants(workload).stream()
                                    .map(Meaning::unordered)
                                    .map(grant -> List.of(target.sources(), grant))
                                    .collect(Collectors.toSet()));
                }
            }
            Map<String, Set<Object>> splits = new TreeMap<>();
            policy.splits()
                    .forEach(split -> splits.put(
                            split.root().toString(),
                            split.ports().stream().map(Meaning::shares).collect(Collectors.toSet())));
            return new Meaning(policy, Decisions.of(policy, INVENTORY.workloads()), grants, splits);
        }

        private static Object unordered(Grant grant) {
            return grant instanceof Grant.HttpRequests http ? List.of(http.ports(), Set.copyOf(http.matches())) : grant;
        }

        private static Object shares(PortSplit port) {
            return List.of(
                    port.port(), port.routes().stream().map(Meaning::shares).toList());
        }

        private static Object shares(SplitRoute route) {
            BigInteger divisor = route.shares().stream().map(Share::weight).reduce(BigInteger.ZERO, BigInteger::gcd);
            List<Object> shares = route.shares().stream()
                    .<Object>map(
                            share -> List.of(share.backend(), share.weight().divide(divisor)))
                    .toList();
            return List.of(route.split(), Set.copyOf(route.matches()), shares);
        }
    }

    /** One conversion and what was meant before and after. */
    private record Step(Conversion conversion, ResourceSet output, Meaning before, Meaning after) {
        static Step of(ResourceSet input, SmiConverter converter) {
            Conversion conversion = converter.convert(input);
            ResourceSet output = written(conversion);
            return new Step(conversion, output, Meaning.of(input), Meaning.of(output));
        }

        /** What somebody reads who is given the text. */
        static ResourceSet written(Conversion conversion) {
            return READER.read(ManifestWriter.yaml().write(conversion.resources()), "out.yaml");
        }

        boolean says(DiagnosticCode code) {
            return conversion.diagnostics().stream().anyMatch(d -> d.code() == code);
        }

        /** What the conversion itself says. */
        Stream<Diagnostic> own() {
            return conversion.diagnostics().stream().filter(d -> d.code() instanceof ConversionCode);
        }

        /** Whether nothing is said to be lost. */
        boolean isExact() {
            return conversion.errors().isEmpty() && own().allMatch(d -> d.effect() == Effect.EXACT);
        }

        Set<ResourceRef> widened() {
            return own().filter(d -> d.effect() == Effect.WIDENED)
                    .flatMap(d -> d.resource().stream())
                    .map(ref -> ref.withDefaultNamespace("default"))
                    .collect(Collectors.toSet());
        }

        /** What is wrong, if anything is. */
        Optional<String> fault() {
            Set<ResourceRef> widened = widened();
            Set<String> more = after.decisions.beyond(new Decisions(before.decisions.allowed(), Set.of(), Set.of()));
            if (widened.isEmpty() && !more.isEmpty()) {
                return Optional.of("allows more: " + more);
            }
            boolean targetLost = conversion.errors().stream()
                    .flatMap(error -> error.resource().stream())
                    .anyMatch(ref -> ref.kind().equals("TrafficTarget"));
            Set<String> opened = new TreeSet<>(after.decisions.beyond(before.decisions));
            opened.removeIf(text -> !text.startsWith(Decisions.OPEN));
            if (!targetLost && !opened.isEmpty()) {
                return Optional.of("leaves open what was closed: " + opened);
            }
            for (ResolvedTarget target : widened.isEmpty() ? List.<ResolvedTarget>of() : after.policy.targets()) {
                boolean named = target.origins().stream().anyMatch(widened::contains);
                Set<String> ofTarget = named ? Set.of() : beyond(target);
                if (!ofTarget.isEmpty()) {
                    return Optional.of(target + " allows more than any target did, and nothing says so: " + ofTarget);
                }
            }
            boolean lossless = conversion.errors().isEmpty()
                    && own().allMatch(d -> d.effect() == Effect.EXACT || d.effect() == Effect.WIDENED);
            if (!lossless) {
                return Optional.empty();
            }
            if (widened.isEmpty() && !after.decisions.equals(before.decisions)) {
                return Optional.of("decides otherwise: " + before.decisions.beyond(after.decisions));
            }
            return differing(before.grants, after.grants, this::isWidenedTarget)
                    .or(() -> differing(before.splits, after.splits, this::isWidenedSplit));
        }

        private Set<String> beyond(ResolvedTarget target) {
            Set<String> more = new TreeSet<>(Decisions.of(after.policy, INVENTORY.workloads(), target::equals)
                    .allowed());
            more.removeAll(before.decisions.allowed());
            return more;
        }

        private boolean isWidenedTarget(String key) {
            Set<ResourceRef> widened = widened();
            return Stream.of(before, after)
                    .flatMap(meaning -> meaning.policy.targets().stream())
                    .filter(target -> key.startsWith(target + " to "))
                    .flatMap(target -> target.origins().stream())
                    .anyMatch(widened::contains);
        }

        private boolean isWidenedSplit(String root) {
            Set<ResourceRef> widened = widened();
            return widened.stream().anyMatch(ref -> ref.kind().equals("TrafficSplit"))
                    || Stream.of(before, after)
                            .flatMap(meaning -> meaning.policy.splits().stream())
                            .filter(split -> split.root().toString().equals(root))
                            .flatMap(split -> split.origins().stream())
                            .anyMatch(widened::contains);
        }

        private static Optional<String> differing(
                Map<String, Set<Object>> before, Map<String, Set<Object>> after, Function<String, Boolean> excused) {
            Set<String> keys = new TreeSet<>(before.keySet());
            keys.addAll(after.keySet());
            return keys.stream()
                    .filter(key -> !before.getOrDefault(key, Set.of()).equals(after.getOrDefault(key, Set.of())))
                    .filter(key -> !excused.apply(key))
                    .findFirst()
                    .map(key -> key + " was " + before.get(key) + " and is " + after.get(key));
        }
    }

    /** Counts, so that a run in which nothing happens fails. */
    private static final class Counts {
        private final Map<String, Integer> counts = new TreeMap<>();

        void count(String what, boolean happened) {
            counts.merge(what, happened ? 1 : 0, Integer::sum);
        }

        void assertShare(String what, int percent) {
            assertThat(counts.get(what) * 100)
                    .as(what + " of " + BUNDLES + ": " + counts)
                    .isGreaterThan(percent * BUNDLES);
        }
    }

    private static SmiConverter converter(Random random) {
        if (random.nextInt(3) == 0) {
            return SmiConverter.to("access.smi-spec.io/v1alpha" + (3 + random.nextInt(2)));
        }
        List<String> to = new ArrayList<>();
        for (String group : GROUPS) {
            int version = random.nextInt(5);
            if (version > 0) {
                to.add(group + ".smi-spec.io/v1alpha" + (random.nextInt(3) == 0 ? 4 : version));
            }
        }
        return to.isEmpty()
                ? SmiConverter.to("access.smi-spec.io/v1alpha4", "specs.smi-spec.io/v1alpha4")
                : SmiConverter.to(to);
    }

    /** To versions that lack something. */
    private static SmiConverter widening(Random random) {
        String specs = "specs.smi-spec.io/v1alpha" + (1 + random.nextInt(3));
        String split = "split.smi-spec.io/v1alpha" + (1 + random.nextInt(2));
        SmiConverter converter = random.nextInt(4) == 0
                ? SmiConverter.to(specs, split, "access.smi-spec.io/v1alpha" + (1 + random.nextInt(4)))
                : SmiConverter.to(specs, split);
        return converter.allowWidening();
    }

    private static ResourceSet read(List<String> documents) {
        return READER.read(documents.stream().map(d -> "---\n" + d).collect(Collectors.joining()), "in.yaml");
    }

    /** Fails with the smallest part of the bundle that still shows the fault. */
    private static Step assertSound(List<String> documents, Function<ResourceSet, Step> convert) {
        Step whole = convert.apply(read(documents));
        if (whole.fault().isEmpty()) {
            return whole;
        }
        List<String> smallest = new ArrayList<>(documents);
        for (int i = smallest.size() - 1; i >= 0; i--) {
            List<String> less = new ArrayList<>(smallest);
            less.remove(i);
            if (convert.apply(read(less)).fault().isPresent()) {
                smallest = less;
            }
        }
        Step step = convert.apply(read(smallest));
        assertThat(step.fault())
                .as("\n" + String.join("---\n", smallest) + "\nBECAME\n"
                        + ManifestWriter.yaml().write(step.conversion.resources()) + "\n"
                        + step.conversion.diagnostics().stream()
                                .map(Object::toString)
                                .collect(Collectors.joining("\n")))
                .isEmpty();
        return step;
    }

    @Test
    void convert_anyBundle_meansNoMoreAndTheSameWhereNothingIsSaid() {
        Counts counts = new Counts();
        for (int seed = 0; seed < BUNDLES; seed++) {
            List<String> documents = ConversionBundles.draw(new Random(seed));
            SmiConverter converter = converter(new Random(~seed));
            Function<ResourceSet, Step> convert = set -> Step.of(set, converter);
            Step step = assertSound(documents, convert);
            counts.count("granted before", !step.before.decisions.allowed().isEmpty());
            counts.count("granted after", !step.after.decisions.allowed().isEmpty());
            counts.count("split after", !step.after.splits.isEmpty());
            counts.count(
                    "exact", step.isExact() && !step.after.decisions.allowed().isEmpty());
            counts.count("port became a route", step.says(ConversionCode.PORT_BECAME_ROUTE));
            counts.count("fractions", step.says(ConversionCode.WEIGHTS_SCALED));
        }
        counts.assertShare("granted before", 40);
        counts.assertShare("granted after", 25);
        counts.assertShare("split after", 20);
        counts.assertShare("exact", 10);
        counts.assertShare("port became a route", 8);
        counts.assertShare("fractions", 1);
    }

    @Test
    void convert_withWidening_meansMoreOnlyWhereAFindingSaysSo() {
        Counts counts = new Counts();
        for (int seed = 0; seed < BUNDLES; seed++) {
            List<String> documents = ConversionBundles.draw(new Random(seed + BUNDLES));
            SmiConverter converter = widening(new Random(~seed));
            Function<ResourceSet, Step> convert = set -> Step.of(set, converter);
            Step step = assertSound(documents, convert);
            Set<String> more = new HashSet<>(step.after.decisions.allowed());
            more.removeAll(step.before.decisions.allowed());
            counts.count("allows more", !more.isEmpty());
            counts.count("splits otherwise", !step.before.splits.equals(step.after.splits));
        }
        counts.assertShare("allows more", 2);
        counts.assertShare("splits otherwise", 3);
    }

    @Test
    void convert_newestAndBack_meansNoMoreThanTheNewest() {
        Counts counts = new Counts();
        SmiConverter newest = SmiConverter.to(
                "access.smi-spec.io/v1alpha4", "specs.smi-spec.io/v1alpha4", "split.smi-spec.io/v1alpha4");
        for (int seed = 0; seed < BUNDLES; seed++) {
            List<String> documents = ConversionBundles.draw(new Random(seed + 2L * BUNDLES));
            boolean oldest = seed % 2 == 0;
            SmiConverter back = seed % 3 == 0
                    ? SmiConverter.to("access.smi-spec.io/v1alpha" + (oldest ? 1 : 2), "split.smi-spec.io/v1alpha1")
                    : SmiConverter.to(
                            "access.smi-spec.io/v1alpha" + (oldest ? 1 : 2),
                            "specs.smi-spec.io/v1alpha" + (oldest ? 2 : 3),
                            "split.smi-spec.io/v1alpha2");
            Function<ResourceSet, Step> convert = set -> Step.of(Step.written(newest.convert(set)), back);
            Step again = assertSound(documents, convert);
            Step there = Step.of(read(documents), newest);
            if (there.isExact() && again.isExact()) {
                assertThat(again.after.grants)
                        .as(String.join("---\n", documents))
                        .isEqualTo(there.before.grants);
                assertThat(again.after.splits).isEqualTo(there.before.splits);
            }
            counts.count("granted", !again.after.decisions.allowed().isEmpty());
            counts.count("restored", again.says(ConversionCode.PORT_RESTORED));
            counts.count("the same again", there.isExact() && again.isExact());
        }
        counts.assertShare("granted", 25);
        counts.assertShare("restored", 10);
        counts.assertShare("the same again", 5);
    }
}
