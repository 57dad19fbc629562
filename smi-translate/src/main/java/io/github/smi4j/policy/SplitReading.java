package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.model.Backend;
import io.github.smi4j.model.Quantity;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.RouteRef;
import io.github.smi4j.model.SplitMatches;
import io.github.smi4j.model.TrafficSplit;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one TrafficSplit by itself: names, weights, conditions. */
final class SplitReading {
    private static final FieldPath SPEC = FieldPath.of("spec");
    private static final FieldPath SERVICE = SPEC.field("service");
    private static final FieldPath BACKENDS = SPEC.field("backends");
    private static final FieldPath MATCHES = SPEC.field("matches");

    private final Known<TrafficSplit> split;
    private final ResourceIndex index;
    private final RouteGroups groups;
    private final ServiceNames names;
    private final PolicyFindings findings;
    private boolean sound = true;

    SplitReading(
            Known<TrafficSplit> split,
            ResourceIndex index,
            RouteGroups groups,
            PolicyOptions options,
            PolicyFindings findings) {
        this.split = split;
        this.index = index;
        this.groups = groups;
        this.names = new ServiceNames(split, options.clusterDomain());
        this.findings = findings;
    }

    SplitCandidate read() {
        TrafficSplit value = split.value();
        UnknownFields unknown = new UnknownFields(findings, split);
        unknown.warn(TopLevel.withoutStatus(value.other()), FieldPath.root(), "spec");
        unknown.warn(value.otherSpec(), SPEC, "service", "backends", "matches");
        if (!DnsNames.isLabel(split.namespace())) {
            fault(
                    PolicyCode.NAME_INVALID,
                    FieldPath.of("metadata", "namespace"),
                    UserText.show(split.namespace()) + " is not the name of a namespace");
        }
        Optional<ServiceName> root = service(value.service(), SERVICE);
        List<ResolvedMatch> matches =
                value.matches() instanceof SplitMatches.Groups conditions ? matches(conditions.groups()) : List.of();
        List<Share> shares = shares(root);
        Optional<SplitRoute> route =
                sound ? Optional.of(new SplitRoute(split.ref(), matches, shares)) : Optional.empty();
        return new SplitCandidate(split, root, route, names.pathsOf(value.backends()));
    }

    private void fault(PolicyCode code, FieldPath path, String message) {
        fault(code, path, message, code.help());
    }

    private void fault(PolicyCode code, FieldPath path, String message, String help) {
        findings.report(code, split, path, message, help);
        sound = false;
    }

    private Optional<ServiceName> service(String name, FieldPath path) {
        Optional<ServiceName> service = names.read(name, path, findings);
        sound &= service.isPresent();
        return service;
    }

    private List<ResolvedMatch> matches(List<RouteRef> references) {
        if (references.isEmpty()) {
            fault(PolicyCode.SPLIT_MATCHES_EMPTY, MATCHES, "is an empty list; the split is not emitted");
        }
        List<ResolvedMatch> matches = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            matches(references.get(i), MATCHES.index(i)).stream()
                    .filter(m -> !matches.contains(m))
                    .forEach(matches::add);
        }
        return matches;
    }

    private List<ResolvedMatch> matches(RouteRef reference, FieldPath path) {
        sound &= !new UnknownFields(findings, split).refuse(reference.other(), path, "kind", "name", "apiGroup");
        ResourceKind kind = ResourceKind.HTTP_ROUTE_GROUP;
        if (!reference.kind().equals(kind.kind())
                || !reference.apiGroup().orElse(kind.group()).equals(kind.group())) {
            fault(
                    PolicyCode.SPLIT_MATCH_KIND,
                    path,
                    "refers to the kind " + UserText.show(reference.kind())
                            + reference
                                    .apiGroup()
                                    .map(g -> " of " + UserText.show(g))
                                    .orElse("")
                            + ", expected HTTPRouteGroup");
            return List.of();
        }
        ResourceRef ref = ResourceIndex.ref(kind, split.namespace(), reference.name());
        Optional<RouteGroups.Group> group = groups.find(ref);
        if (group.isEmpty() && !index.isUnusable(ref)) {
            fault(
                    PolicyCode.SPLIT_GROUP_MISSING,
                    path.field("name"),
                    "the input has no HTTPRouteGroup " + UserText.show(reference.name()) + " in the namespace "
                            + split.namespace() + "; the split is not emitted",
                    index.helpForMissing(PolicyCode.SPLIT_GROUP_MISSING, ref));
            return List.of();
        }
        if (group.isEmpty() || !group.get().sound()) {
            fault(
                    PolicyCode.SPLIT_GROUP_UNUSABLE,
                    path.field("name"),
                    "the HTTPRouteGroup " + UserText.show(reference.name())
                            + " has faults or no match; the split is not emitted");
            return List.of();
        }
        return group.get().matches();
    }

    /** The shares in whole numbers, one for each backend Service. */
    private List<Share> shares(Optional<ServiceName> root) {
        List<Backend> backends = split.value().backends();
        if (backends.isEmpty()) {
            fault(PolicyCode.SPLIT_WITHOUT_BACKEND, BACKENDS, "has no backend; the split is not emitted");
            return List.of();
        }
        Map<ServiceName, Quantity> weights = new LinkedHashMap<>();
        for (int i = 0; i < backends.size(); i++) {
            backend(backends.get(i), BACKENDS.index(i), root, weights);
        }
        if (sound && weights.values().stream().allMatch(w -> w.signum() == 0)) {
            fault(PolicyCode.SPLIT_WEIGHTS_ZERO, BACKENDS, "all weights are 0; the split is not emitted");
        }
        return sound ? whole(weights) : List.of();
    }

    private void backend(
            Backend backend, FieldPath path, Optional<ServiceName> root, Map<ServiceName, Quantity> weights) {
        new UnknownFields(findings, split).warn(backend.other(), path, "service", "weight");
        boolean fractionsAllowed = split.value().apiVersion().equals(ResourceKind.TRAFFIC_SPLIT.apiVersion("v1alpha1"));
        if (backend.weight().signum() < 0 || !(backend.weight().isWhole() || fractionsAllowed)) {
            fault(
                    PolicyCode.SPLIT_WEIGHT,
                    path.field("weight"),
                    "must be a whole number >= 0, was " + backend.weight());
        }
        Optional<ServiceName> service = service(backend.service(), path.field("service"));
        if (service.isEmpty()) {
            return;
        }
        boolean twice = weights.containsKey(service.get());
        weights.merge(service.get(), backend.weight(), Quantity::plus);
        if (twice) {
            findings.report(
                    PolicyCode.SPLIT_BACKEND_TWICE,
                    split,
                    path.field("service"),
                    "the backend " + service.get().name() + " is given twice; its weights were added");
        }
        if (service.equals(root)) {
            findings.report(
                    PolicyCode.SPLIT_BACKEND_IS_ROOT,
                    split,
                    path.field("service"),
                    "the backend is the root Service itself; its share goes to the root's own endpoints");
        }
    }

    /** Fractions of v1alpha1 are scaled together to the smallest whole numbers; whole weights stay as they are. */
    private static List<Share> whole(Map<ServiceName, Quantity> weights) {
        List<BigInteger> whole = Quantity.wholeRatio(List.copyOf(weights.values()));
        List<Share> shares = new ArrayList<>();
        int i = 0;
        for (ServiceName backend : weights.keySet()) {
            shares.add(new Share(backend, whole.get(i++)));
        }
        return shares;
    }
}
