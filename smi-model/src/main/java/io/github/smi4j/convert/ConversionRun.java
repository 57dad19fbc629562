package io.github.smi4j.convert;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.model.Manifest;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.model.TCPRoute;
import io.github.smi4j.model.TrafficSplit;
import io.github.smi4j.model.TrafficTarget;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One conversion of one set: targets first, since routes come and go with their ports, then everything in its order. */
final class ConversionRun {
    private final ResourceSet set;
    private final Map<String, String> versions;
    private final boolean widening;
    private final ConversionFindings findings = new ConversionFindings();
    private final PortRoutes routes;
    private final IdentityHashMap<ResourceSet.Entry, Optional<TargetWithRoutes>> targets = new IdentityHashMap<>();
    private final Set<ResourceRef> released = new HashSet<>();
    private final GivenTwice givenTwice;

    ConversionRun(ResourceSet set, Map<String, String> versions, boolean widening) {
        this.set = set;
        this.versions = versions;
        this.widening = widening;
        this.givenTwice = new GivenTwice(set, versions);
        String newestRoutes = ResourceKind.TCP_ROUTE.newestApiVersion();
        this.routes = new PortRoutes(set, versions.getOrDefault(ResourceKind.TCP_ROUTE.group(), newestRoutes));
    }

    Conversion run() {
        for (ResourceSet.Entry entry : set.entries()) {
            if (entry.resource().orElse(null) instanceof TrafficTarget target
                    && isAskedFor(target.ref())
                    && !givenTwice.contradicts(entry)) {
                targets.put(entry, convertTarget(target));
            }
        }
        targets.values().forEach(target -> target.ifPresent(this::release));
        Set<SmiResource> added = new HashSet<>();
        List<Manifest> resources = new ArrayList<>();
        for (ResourceSet.Entry entry : set.entries()) {
            manifests(entry).stream()
                    .filter(manifest -> !(manifest instanceof SmiResource route && isRepeated(route, entry, added)))
                    .forEach(resources::add);
        }
        List<Diagnostic> diagnostics = new ArrayList<>(set.diagnostics());
        diagnostics.addAll(findings.all());
        return new Conversion(resources, diagnostics);
    }

    /** Whether it is a route that was made for another target already, one of the same name and content. */
    private static boolean isRepeated(SmiResource resource, ResourceSet.Entry entry, Set<SmiResource> added) {
        return resource.resourceKind() != ResourceKind.of(entry.ref().kind()).orElse(null) && !added.add(resource);
    }

    private void release(TargetWithRoutes target) {
        target.released().stream()
                .filter(route -> routes.uses(route) == 1)
                .map(PortRoutes::inDefaultNamespace)
                .forEach(released::add);
    }

    private boolean isAskedFor(ResourceRef ref) {
        return versions.containsKey(ref.group());
    }

    private Optional<TargetWithRoutes> convertTarget(TrafficTarget target) {
        Step<TrafficTarget> step = step(target);
        if (step.apiVersion().equals(target.apiVersion())) {
            return Optional.of(TargetWithRoutes.of(target));
        }
        return TargetConversion.convert(step, routes);
    }

    /** What is written for an entry: nothing where it is dropped, or the routes made for a target behind it. */
    private List<Manifest> manifests(ResourceSet.Entry entry) {
        if (released.contains(PortRoutes.inDefaultNamespace(entry.ref()))) {
            return List.of();
        }
        String metricsVersion = versions.get(MetricsConversion.GROUP);
        if (metricsVersion != null && MetricsConversion.isMetrics(entry)) {
            return MetricsConversion.convert(entry, metricsVersion, findings)
                    .map(List::of)
                    .orElse(List.of());
        }
        if (entry.otherResource().isPresent() || !isAskedFor(entry.ref())) {
            return List.of(entry.manifest());
        }
        if (givenTwice.contradicts(entry)) {
            entry.resource().ifPresent(this::reportGivenTwice);
            return List.of();
        }
        if (targets.containsKey(entry)) {
            List<Manifest> written = new ArrayList<>();
            targets.get(entry).ifPresent(target -> {
                written.add(target.target());
                written.addAll(target.added());
            });
            return written;
        }
        return entry.resource()
                .flatMap(this::convert)
                .<List<Manifest>>map(List::of)
                .orElse(List.of());
    }

    private void reportGivenTwice(SmiResource resource) {
        findings.report(
                ConversionCode.NAME_GIVEN_TWICE,
                resource,
                FieldPath.root(),
                "the input has another " + resource.kind() + " of this name that differs, or has faults");
    }

    private Optional<? extends SmiResource> convert(SmiResource resource) {
        Step<SmiResource> step = step(resource);
        if (step.apiVersion().equals(resource.apiVersion())) {
            return Optional.of(resource);
        }
        if (!resource.resourceKind().hasApiVersion(step.apiVersion())) {
            step.report(
                    ConversionCode.KIND_NOT_IN_VERSION,
                    FieldPath.root(),
                    resource.kind() + " does not exist in " + step.apiVersion());
            return Optional.empty();
        }
        if (resource instanceof TrafficSplit split) {
            return SplitConversion.convert(step(split));
        }
        if (resource instanceof HTTPRouteGroup group) {
            return RouteGroupConversion.convert(step(group));
        }
        if (resource instanceof TCPRoute route) {
            return TcpRouteConversion.convert(step(route));
        }
        throw new IllegalStateException(resource.kind() + " has one version, or is converted with its routes");
    }

    private <T extends SmiResource> Step<T> step(T resource) {
        String apiVersion = versions.getOrDefault(resource.resourceKind().group(), resource.apiVersion());
        return new Step<>(resource, apiVersion.substring(apiVersion.indexOf('/') + 1), widening, findings);
    }
}
