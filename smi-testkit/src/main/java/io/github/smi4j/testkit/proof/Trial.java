package io.github.smi4j.testkit.proof;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.manifest.ManifestWriter;
import io.github.smi4j.model.Manifest;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.policy.Evaluator;
import io.github.smi4j.policy.ResolvedPolicy;
import io.github.smi4j.testkit.bundle.Bundle;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.mesh.MeshModel;
import io.github.smi4j.testkit.mesh.ModelledMesh;
import io.github.smi4j.translate.Translation;
import io.github.smi4j.translate.Translator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A bundle, what SMI says of it, and what its translation makes a mesh do. What takes long is worked out when it is asked for:
 * of most trials only the output is looked at. Not thread-safe.
 */
final class Trial {
    /** What says of a part of the input that it is not in force, or not as a whole. */
    private static final Set<Effect> NOT_IN_FORCE = Set.of(Effect.NARROWED, Effect.DROPPED, Effect.UNENFORCED);

    private final Bundle bundle;
    private final ResourceSet set;
    private final Cluster cluster;
    private final Translation translation;
    private Optional<ResolvedPolicy> policy = Optional.empty();
    private Optional<Evaluator> smi = Optional.empty();
    private Optional<String> resources = Optional.empty();

    Trial(Bundle bundle, Translator translator) {
        this.bundle = bundle;
        this.set = bundle.set();
        this.cluster = bundle.cluster(set);
        this.translation =
                translator.translate(set, cluster.inventory(), cluster.options(), bundle.translationOptions());
    }

    Bundle bundle() {
        return bundle;
    }

    Cluster cluster() {
        return cluster;
    }

    /** The manifests as they are read. */
    ResourceSet set() {
        return set;
    }

    ResolvedPolicy policy() {
        if (policy.isEmpty()) {
            policy = Optional.of(ResolvedPolicy.of(set, cluster.options(), cluster.inventory()));
        }
        return policy.get();
    }

    Evaluator smi() {
        if (smi.isEmpty()) {
            smi = Optional.of(Evaluator.of(policy(), cluster.inventory()));
        }
        return smi.get();
    }

    Translation translation() {
        return translation;
    }

    /** The mesh with what was emitted, but for what it does not accept. */
    ModelledMesh mesh(MeshModel model) {
        return model.apply(
                Stream.concat(translation.resources().stream(), translation.patches().stream())
                        .map(Manifest::toTree)
                        .filter(tree -> model.faults(tree).isEmpty())
                        .toList(),
                cluster);
    }

    /** Whether no finding says that a resource, or one that it uses, is not in force in full: it is EXACT, or more than that. */
    boolean isSaidInFull(ResourceRef ref, Set<ResourceRef> uses) {
        Effect effect = translation.fidelity().getOrDefault(ref, Effect.EXACT);
        boolean more = effect == Effect.WIDENED
                && notInForce().stream()
                        .flatMap(d -> about(d).stream())
                        .noneMatch(about -> about.equals(ref) || uses.contains(about));
        return effect == Effect.EXACT || more;
    }

    /** The resource that a finding is about, with its namespace: what could not be read is named as it was written. */
    Optional<ResourceRef> about(Diagnostic finding) {
        return finding.resource()
                .map(ref -> ref.withDefaultNamespace(cluster.options().defaultNamespace()));
    }

    /** The findings that say of a part of the input that it is not in force, or not as a whole. */
    List<Diagnostic> notInForce() {
        return translation.diagnostics().stream()
                .filter(d -> NOT_IN_FORCE.contains(d.effect()))
                .toList();
    }

    /** Everything that a user gets to see. */
    String output() {
        return resources() + diagnostics();
    }

    String resources() {
        if (resources.isEmpty()) {
            String text = ManifestWriter.yaml().write(translation.resources());
            resources = Optional.of(
                    translation.patches().isEmpty()
                            ? text
                            : text + "---\n# patches\n" + ManifestWriter.yaml().write(translation.patches()));
        }
        return resources.get();
    }

    String diagnostics() {
        return translation.diagnostics().stream()
                .map(d -> d + "\n  help: " + d.help() + "\n")
                .collect(Collectors.joining());
    }

    /** How many targets and splits ended in which way. */
    Map<String, Map<Effect, Long>> endings() {
        return translation.fidelity().entrySet().stream()
                .filter(e -> e.getKey().kind().equals("TrafficTarget")
                        || e.getKey().kind().equals("TrafficSplit"))
                .collect(Collectors.groupingBy(
                        e -> e.getKey().kind(), Collectors.groupingBy(Map.Entry::getValue, Collectors.counting())));
    }
}
