package io.github.smi4j.testkit.proof;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.testkit.mesh.MeshModel;
import io.github.smi4j.translate.Translation;
import io.github.smi4j.translate.TranslationCode;
import io.github.smi4j.translate.Translator;
import io.github.smi4j.translate.spi.MeshResource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The laws of the output as such: no failure, accepted by the mesh, traced, the same bytes in whatever order and over an
 * earlier output, and a finding about what is not used.
 */
final class OutputLaws {
    private static final String TRANSLATED_FROM = "smi4j.github.io/translated-from";

    private final Translator translator;
    private final Function<Map<String, ?>, List<String>> faults;

    OutputLaws(Translator translator, Optional<MeshModel> model, Function<Map<String, ?>, List<String>> faults) {
        this.translator = translator;
        this.faults = tree -> {
            List<String> all = new ArrayList<>(faults.apply(tree));
            model.ifPresent(m -> all.addAll(m.faults(tree)));
            return all;
        };
    }

    /** What is wrong, with the law that it violates; none if nothing is. */
    List<Finding> check(Trial trial, Random random) {
        List<Finding> findings = new ArrayList<>();
        Translation translation = trial.translation();
        translation.diagnostics().stream()
                .filter(d -> d.code() == TranslationCode.TRANSLATOR_FAILED)
                .forEach(d -> findings.add(new Finding(Law.NEVER_FAILS, d.message())));
        translation.diagnostics().stream()
                .filter(d -> d.code() == TranslationCode.RESOURCE_TWICE)
                .forEach(d -> findings.add(new Finding(Law.ACCEPTED, d.message())));
        for (MeshResource resource : Stream.concat(translation.resources().stream(), translation.patches().stream())
                .toList()) {
            faults.apply(resource.toTree())
                    .forEach(fault -> findings.add(new Finding(Law.ACCEPTED, resource.ref() + ": " + fault)));
            if (resource.metadata()
                    .annotations()
                    .getOrDefault(TRANSLATED_FROM, "")
                    .isEmpty()) {
                findings.add(new Finding(Law.TRACED, resource.ref() + " comes from nothing"));
            }
        }
        translation.resources().stream()
                .filter(resource -> !translator.apiGroups().isEmpty()
                        && !translator.apiGroups().contains(resource.ref().group()))
                .forEach(resource -> findings.add(new Finding(
                        Law.TRACED,
                        resource.ref()
                                + " is of none of the groups of apiGroups(), so nobody is told when it is left")));
        checkOrder(trial, random).or(() -> checkRepeated(trial)).ifPresent(findings::add);
        List<ResourceRef> untold = UnusedLaw.untold(trial.set(), trial.cluster().options(), translation.diagnostics());
        if (!untold.isEmpty()) {
            findings.add(new Finding(Law.UNUSED_TOLD, "nothing refers to " + untold + "\n" + trial.output()));
        }
        return findings;
    }

    private Optional<Finding> checkOrder(Trial trial, Random random) {
        List<Map<String, Object>> shuffled = new ArrayList<>(trial.bundle().manifests());
        Collections.shuffle(shuffled, random);
        Trial other = new Trial(trial.bundle().withManifests(shuffled), translator);
        return other.output().equals(trial.output())
                ? Optional.empty()
                : Optional.of(new Finding(
                        Law.SAME_BYTES,
                        "another order of the input gave\n" + other.output() + "and not\n" + trial.output()));
    }

    /** With what was emitted in the cluster, as it is there when an input is translated a second time. */
    private Optional<Finding> checkRepeated(Trial trial) {
        Trial again = new Trial(trial.bundle().withManifests(applied(trial)), translator);
        Set<Diagnostic> known = Set.copyOf(trial.translation().diagnostics());
        boolean further = !known.containsAll(again.translation().diagnostics());
        return further || !again.resources().equals(trial.resources())
                ? Optional.of(new Finding(
                        Law.REPEATABLE,
                        "with its own output it gave\n" + again.output() + "and not\n" + trial.output()))
                : Optional.empty();
    }

    /** The manifests after the output was applied, which replaces what has its names. */
    private static List<Map<String, Object>> applied(Trial trial) {
        List<MeshResource> emitted = trial.translation().resources();
        Set<ResourceRef> replaced = emitted.stream().map(MeshResource::ref).collect(Collectors.toSet());
        Set<String> kinds = emitted.stream().map(MeshResource::kind).collect(Collectors.toSet());
        String namespace = trial.cluster().options().defaultNamespace();
        List<Map<String, Object>> manifests = new ArrayList<>(trial.bundle().manifests());
        manifests.removeIf(tree -> kinds.contains(String.valueOf(tree.get("kind")))
                && replaced.contains(OtherResource.of(tree).ref().withDefaultNamespace(namespace)));
        emitted.forEach(resource -> manifests.add(resource.toTree()));
        return manifests;
    }

    /**
     * A law that does not hold.
     *
     * @param law which
     * @param detail what was seen
     */
    record Finding(Law law, String detail) {}
}
