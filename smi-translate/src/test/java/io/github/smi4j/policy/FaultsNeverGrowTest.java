package io.github.smi4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.manifest.ManifestWriter;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.model.ResourceSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is wrong with an input never makes it allow more, nor leave open what the sound input closes. Each place of each SMI
 * document is spoilt in every way of {@link Mutations}, one at a time, and the outcome compared with that of the sound input.
 */
class FaultsNeverGrowTest {
    /** Every build tries one spoilt document in so many; {@code -Pproof} tries all. */
    private static final int STRIDE = Boolean.getBoolean("smi4j.proof") ? 1 : 20;

    private static final int PAIRS = Boolean.getBoolean("smi4j.proof") ? 1000 : 100;
    /** All that SMI lets one leave out, empty or rename so that more is allowed, or less is closed. */
    private static final Pattern CONSTRAINTS = Pattern.compile(".*: \\[.*(?:"
            + "(?:pathRegex|methods|headers|x-[a-z]+|matches|ports|port|spec|app)] removed"
            + "|(?:spiffeIdentities|serviceAccount)] removed"
            + "|(?:rules|specs|methods|ports|spiffeIdentities), [0-9]+] removed"
            + "|pathRegex] is ''"
            + "|(?:headers|matches|spec)] is \\{}"
            + "|(?:headers|methods|ports|spiffeIdentities)] is \\[]"
            + "|methods, [0-9]+] is '\\*'"
            + "|(?:sources, [0-9]+, name|sources, [0-9]+, namespace|serviceAccount)] is 'zzz')");

    private static final ManifestReader READER = ManifestReader.create();

    /**
     * A sound input.
     *
     * @param name which one
     * @param inventory the cluster that it is about
     * @param documents its documents, each read alone
     */
    private record Bundle(String name, Inventory inventory, List<ResourceSet> documents) {
        static Bundle of(String name, String text) {
            return new Bundle(
                    name,
                    Inventory.from(READER.read(Bundles.CLUSTER, "t.yaml"), "default"),
                    READER.read(text, "t.yaml").entries().stream()
                            .map(entry -> read(entry.tree()))
                            .toList());
        }

        /** The places of the documents that say what is allowed. */
        List<Integer> policies() {
            return Stream.iterate(0, i -> i < documents.size(), i -> i + 1)
                    .filter(i -> documents.get(i).otherResources().isEmpty())
                    .toList();
        }

        List<Mutations.Mutation> mutations(int place) {
            return Mutations.of(documents.get(place).entries().get(0).tree());
        }

        /** The share of the mutations that this build tries; each document has a part in it. */
        List<Mutations.Mutation> someMutations(int place) {
            List<Mutations.Mutation> all = mutations(place);
            return IntStream.range(0, all.size())
                    .filter(i -> (i + place) % STRIDE == 0)
                    .mapToObj(all::get)
                    .toList();
        }

        Bundle with(int place, Mutations.Mutation mutation) {
            List<ResourceSet> other = new ArrayList<>(documents);
            other.set(place, read(mutation.document()));
            return new Bundle(name, inventory, other);
        }

        Bundle and(Mutations.Mutation mutation) {
            List<ResourceSet> more = new ArrayList<>(documents);
            more.add(read(mutation.document()));
            return new Bundle(name, inventory, more);
        }

        private static ResourceSet read(Map<String, Object> document) {
            return READER.read(ManifestWriter.yaml().write(OtherResource.of(document)), "t.yaml");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * What came of an input.
     *
     * @param decisions what it allows and closes
     * @param findings its errors and warnings
     */
    private record Outcome(Decisions decisions, Set<String> findings) {
        static Outcome of(Bundle bundle, DefaultDeny defaultDeny) {
            ResourceSet.Builder all = ResourceSet.builder();
            bundle.documents.forEach(all::addAll);
            ResourceSet set = all.build();
            PolicyOptions options = PolicyOptions.builder()
                    .set(PolicyOptions.DEFAULT_DENY, defaultDeny)
                    .build();
            ResolvedPolicy policy = ResolvedPolicy.of(set, options, bundle.inventory);
            Set<String> findings = Stream.concat(set.diagnostics().stream(), policy.diagnostics().stream())
                    .filter(finding -> finding.severity() != Severity.INFO)
                    .map(finding -> finding.code().id() + " "
                            + finding.resource().map(Object::toString).orElse("") + " " + finding.path())
                    .collect(Collectors.toCollection(TreeSet::new));
            return new Outcome(Decisions.of(policy, bundle.inventory.workloads()), findings);
        }

        /** The codes of the findings that the other outcome does not have. */
        Set<String> newCodes(Outcome other) {
            return findings.stream()
                    .filter(finding -> !other.findings.contains(finding))
                    .map(finding -> finding.substring(0, finding.indexOf(' ')))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    static Stream<Bundle> bundles() {
        return Bundles.all().entrySet().stream().map(bundle -> Bundle.of(bundle.getKey(), bundle.getValue()));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void of_aSpoiltDocument_allowsNoMoreThanTheSoundOne(Bundle bundle) {
        assertNothingGrows(bundle, DefaultDeny.NAMESPACE);
    }

    @ParameterizedTest
    @EnumSource(
            value = DefaultDeny.class,
            names = {"DESTINATIONS", "NONE"})
    void of_aSpoiltDocument_leavesNothingOpenThatTheSoundOneCloses(DefaultDeny defaultDeny) {
        assertNothingGrows(Bundle.of("bindings", Bundles.BINDINGS), defaultDeny);
        assertNothingGrows(Bundle.of("alone", Bundles.ALONE), defaultDeny);
    }

    private static void assertNothingGrows(Bundle bundle, DefaultDeny defaultDeny) {
        Outcome sound = Outcome.of(bundle, defaultDeny);
        List<String> grown = new ArrayList<>();
        int narrower = 0;
        int all = 0;
        for (int place : bundle.policies()) {
            for (Mutations.Mutation mutation : bundle.someMutations(place)) {
                Outcome outcome = Outcome.of(bundle.with(place, mutation), defaultDeny);
                Set<String> beyond = outcome.decisions.beyond(sound.decisions);
                if (!beyond.isEmpty() && !isMeant(mutation, beyond, outcome.newCodes(sound))) {
                    grown.add(mutation + " gave " + outcome.newCodes(sound) + " and " + beyond);
                }
                narrower += sound.decisions.beyond(outcome.decisions).isEmpty() ? 0 : 1;
                all++;
            }
        }
        assertThat(grown).isEmpty();
        assertThat(narrower).as("mutations that take something away, of " + all).isGreaterThan(all / 5);
    }

    /**
     * Whether growth is no failure. It is none where the spoilt document is correct SMI that says something else: one of the
     * {@link #CONSTRAINTS} is gone, or a name is that of something else. Nothing is found wrong with it then, but for
     * <ul>
     *   <li>a source whose namespace was taken away, which means the account of that name in the TrafficTarget's own (§2);
     *   <li>a TrafficTarget that is now in another namespace than its destination, which closes neither (§7);
     *   <li>a destination that cannot be resolved under {@code default-deny: none}, where an error says that it stays open (§7);
     *   <li>a document whose API group is not SMI's, which is not read as SMI and so closes nothing.
     * </ul>
     * The last three allow nobody anything: what grows is what stays open.
     */
    private static boolean isMeant(Mutations.Mutation mutation, Set<String> beyond, Set<String> codes) {
        boolean open = beyond.stream().allMatch(text -> text.startsWith(Decisions.OPEN));
        return (codes.isEmpty() && CONSTRAINTS.matcher(mutation.what()).matches())
                || (codes.equals(Set.of("SMI2302")) && mutation.what().endsWith("namespace] removed"))
                || (open && isElsewhere(mutation.document()))
                || (open && codes.contains("SMI2343"))
                || (open && codes.equals(Set.of("SMI1114")));
    }

    private static boolean isAbsent(Map<?, ?> metadata) {
        return !metadata.containsKey("namespace") || "".equals(metadata.get("namespace"));
    }

    /** Whether a document says two namespaces, its own and that of its destination; absent is the default one, null is not. */
    private static boolean isElsewhere(Map<String, Object> document) {
        Map<?, ?> spec = document.get("spec") instanceof Map<?, ?> fields ? fields : document;
        return document.get("metadata") instanceof Map<?, ?> metadata
                && spec.get("destination") instanceof Map<?, ?> destination
                && (isAbsent(metadata) ? "default" : metadata.get("namespace")) instanceof String own
                && destination.get("namespace") instanceof String other
                && DnsNames.isLabel(own)
                && DnsNames.isLabel(other)
                && !own.equals(other);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void of_aSpoiltDocumentBesideTheSoundOne_allowsNoMore(Bundle bundle) {
        Outcome sound = Outcome.of(bundle, DefaultDeny.NAMESPACE);
        List<String> grown = new ArrayList<>();
        for (int place : bundle.policies()) {
            for (Mutations.Mutation mutation : bundle.someMutations(place)) {
                Outcome outcome = Outcome.of(bundle.and(mutation), DefaultDeny.NAMESPACE);
                Set<String> beyond = outcome.decisions.beyond(sound.decisions);
                if (!beyond.isEmpty()) {
                    grown.add(mutation + " gave " + outcome.newCodes(sound) + " and " + beyond);
                }
            }
        }
        assertThat(grown).isEmpty();
    }

    /** The same for inputs that differ from the sound one and are sound too. */
    @ParameterizedTest
    @MethodSource("bundles")
    void of_aSpoiltDocumentOfAnotherInput_allowsNoMoreThanThatInput(Bundle bundle) {
        Outcome given = Outcome.of(bundle, DefaultDeny.NAMESPACE);
        Random random = new Random(PAIRS);
        List<String> grown = new ArrayList<>();
        int sound = 0;
        for (int i = 0; i < PAIRS; i++) {
            int place = any(bundle.policies(), random);
            Mutations.Mutation change = any(bundle.mutations(place), random);
            Bundle changed = bundle.with(place, change);
            Outcome other = Outcome.of(changed, DefaultDeny.NAMESPACE);
            if (other.newCodes(given).isEmpty()) {
                int spoilt = any(changed.policies(), random);
                Mutations.Mutation mutation = any(changed.mutations(spoilt), random);
                Outcome outcome = Outcome.of(changed.with(spoilt, mutation), DefaultDeny.NAMESPACE);
                Set<String> beyond = outcome.decisions.beyond(other.decisions);
                if (!beyond.isEmpty() && !isMeant(mutation, beyond, outcome.newCodes(other))) {
                    grown.add(change + " then " + mutation + " gave " + outcome.newCodes(other) + " and " + beyond);
                }
                sound++;
            }
        }
        assertThat(grown).isEmpty();
        assertThat(sound).isGreaterThan(PAIRS / 25);
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http#[spec, matches, 0, methods] removed",
                "http#[spec, matches, 1, headers, x-team] removed",
                "http#[spec, rules, 0, matches] removed",
                "tcp and udp#[spec, rules, 0] removed",
                "tcp and udp#[spec, matches, ports] is []",
                "bindings#[spec, rules, 1] removed",
                "old ports#[spec, destination, port] removed"
            })
    void of_aConstraintThatMayBeLeftOut_growsWithoutAFinding(String what) {
        String name = what.substring(0, what.indexOf('#'));
        Bundle bundle = Bundle.of(name, Bundles.all().get(name));
        Outcome sound = Outcome.of(bundle, DefaultDeny.NAMESPACE);
        List<Set<String>> findings = new ArrayList<>();
        for (int place : bundle.policies()) {
            bundle.mutations(place).stream()
                    .filter(mutation -> mutation.what().endsWith(what.substring(name.length() + 1)))
                    .map(mutation -> Outcome.of(bundle.with(place, mutation), DefaultDeny.NAMESPACE))
                    .filter(outcome ->
                            !outcome.decisions.beyond(sound.decisions).isEmpty())
                    .forEach(outcome -> findings.add(outcome.newCodes(sound)));
        }
        assertThat(findings).isNotEmpty().containsOnly(Set.of());
    }
}
