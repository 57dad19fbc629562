package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.policy.MutualTls;
import io.github.smi4j.translate.istio.IstioCode;
import io.github.smi4j.translate.istio.security.PeerAuthentication;
import io.github.smi4j.translate.spi.ResourceFields;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Mutual TLS as one PeerAuthentication for each namespace in scope; of several, Istio takes the oldest. */
final class MutualTlsMapper {
    private static final String KIND = "PeerAuthentication";
    /** The name that Istio's documentation gives to the one of a whole namespace. */
    private static final String NAME = "default";

    private static final String INHERITED = "UNSET";
    private static final FieldPath SPEC = FieldPath.of("spec");

    private final String apiVersion;
    private final ExistingPolicies existing;
    private final TranslationOutput out;

    MutualTlsMapper(String apiVersion, ExistingPolicies existing, TranslationOutput out) {
        this.apiVersion = apiVersion;
        this.existing = existing;
        this.out = out;
    }

    /**
     * Emits what is asked for, and reports what others ask for.
     *
     * @param namespaces the namespaces in scope, each with the targets that bring it there
     */
    void map(MutualTls wanted, SortedMap<String, Set<ResourceRef>> namespaces) {
        List<OtherResource> others = deciding(wanted, namespaces.keySet());
        others.stream()
                .filter(other -> modes(other).anyMatch("DISABLE"::equals))
                .forEach(this::reportDisabled);
        if (wanted != MutualTls.UNSET) {
            others.stream().filter(other -> differs(other, wanted)).forEach(other -> reportTaken(other, wanted));
            namespaces.forEach((namespace, targets) -> map(wanted, namespace, targets, others));
        }
    }

    /**
     * The resources that count in the namespaces. One of the mesh counts where a namespace has none, and not at all if it
     * selects workloads.
     */
    private List<OtherResource> deciding(MutualTls wanted, Set<String> namespaces) {
        Set<ResourceRef> replaced = wanted == MutualTls.UNSET
                ? Set.of()
                : Set.copyOf(namespaces.stream().map(MutualTlsMapper::ref).toList());
        List<OtherResource> all = existing.inScope(KIND, replaced);
        boolean inherited = wanted == MutualTls.UNSET
                && namespaces.stream()
                        .anyMatch(namespace -> ofNamespace(namespace, all)
                                .allMatch(other -> modes(other).allMatch(INHERITED::equals)));
        return all.stream()
                .filter(other -> !existing.isInRoot(other) || (inherited && existing.isWithoutSelector(other)))
                .toList();
    }

    private Stream<OtherResource> ofNamespace(String namespace, List<OtherResource> others) {
        return others.stream()
                .filter(other -> existing.namespace(other).equals(namespace) && existing.isWithoutSelector(other));
    }

    private static ResourceRef ref(String namespace) {
        return new ResourceRef("security.istio.io", KIND, Optional.of(namespace), NAME);
    }

    private void map(MutualTls wanted, String namespace, Set<ResourceRef> targets, List<OtherResource> others) {
        List<OtherResource> own = ofNamespace(namespace, others).toList();
        if (own.isEmpty() && existing.isTaken(KIND, namespace, NAME)) {
            reportNameTaken(namespace, wanted);
            return;
        }
        if (wanted == MutualTls.PERMISSIVE && own.stream().noneMatch(other -> differs(other, wanted))) {
            reportPermissive(namespace, targets);
        }
        if (own.isEmpty()) {
            emit(wanted, namespace, targets);
        }
    }

    private void emit(MutualTls wanted, String namespace, Set<ResourceRef> targets) {
        PeerAuthentication peer = PeerAuthentication.builder()
                .apiVersion(apiVersion)
                .metadata(ObjectMeta.builder().name(NAME).namespace(namespace).build())
                .mode(PeerAuthentication.Mode.valueOf(wanted.name()))
                .build();
        out.emit(peer, targets);
    }

    private boolean differs(OtherResource other, MutualTls wanted) {
        return otherModes(other, wanted).findAny().isPresent();
    }

    /** The other modes that it sets. One for workloads that sets none leaves them the mode of the namespace. */
    private Stream<String> otherModes(OtherResource other, MutualTls wanted) {
        boolean inherits = existing.isWithoutSelector(other);
        return modes(other)
                .distinct()
                .filter(mode -> !mode.equals(wanted.name()) && (inherits || !mode.equals(INHERITED)));
    }

    /** The modes that it sets, for ports too. */
    private static Stream<String> modes(OtherResource peer) {
        Map<?, ?> spec = ResourceFields.spec(peer);
        Stream<String> ports =
                ResourceFields.object(spec, "portLevelMtls").values().stream().map(MutualTlsMapper::mode);
        return Stream.concat(Stream.of(mode(spec.get("mtls"))), ports);
    }

    /** The mode that is set; one that cannot be read is none that there is. */
    private static String mode(@Nullable Object mtls) {
        if (mtls == null) {
            return INHERITED;
        }
        if (!(mtls instanceof Map<?, ?> fields)) {
            return "";
        }
        Object mode = fields.get("mode");
        return mode == null ? INHERITED : mode instanceof String text ? text : "";
    }

    private void reportTaken(OtherResource other, MutualTls wanted) {
        String modes = otherModes(other, wanted).map(UserText::show).collect(Collectors.joining(", "));
        out.report(
                IstioCode.MTLS_TAKEN,
                existing.ref(other),
                SPEC,
                "sets the mode " + modes + " for workloads in scope, expected " + wanted.name() + " for mtls="
                        + wanted);
    }

    private void reportNameTaken(String namespace, MutualTls wanted) {
        out.report(
                IstioCode.MTLS_TAKEN,
                ref(namespace),
                SPEC,
                "has the name that mtls=" + wanted + " needs for the namespace " + namespace
                        + ", and is for some of its workloads only");
    }

    private void reportPermissive(String namespace, Set<ResourceRef> targets) {
        targets.stream()
                .findFirst()
                .ifPresent(target -> out.report(
                        IstioCode.MTLS_PERMISSIVE,
                        target,
                        FieldPath.root(),
                        "the workloads of the namespace " + namespace
                                + " take connections without mutual TLS; their callers are denied"));
    }

    private void reportDisabled(OtherResource other) {
        out.report(
                IstioCode.MTLS_DISABLED,
                existing.ref(other),
                SPEC,
                "turns mutual TLS off for workloads in scope; all callers are denied there");
    }
}
