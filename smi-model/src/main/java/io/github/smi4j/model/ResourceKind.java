package io.github.smi4j.model;

import io.github.smi4j.diagnostic.FieldPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of SMI that this library has types for, with their API group and versions. */
public enum ResourceKind {
    /** Shares of the traffic to a Service; {@code split.smi-spec.io}. */
    TRAFFIC_SPLIT("TrafficSplit", "split.smi-spec.io", List.of(), "v1alpha1", "v1alpha2", "v1alpha3", "v1alpha4"),
    /** Who may call whom; {@code access.smi-spec.io}. */
    TRAFFIC_TARGET(
            "TrafficTarget", "access.smi-spec.io", List.of("v1alpha1"), "v1alpha1", "v1alpha2", "v1alpha3", "v1alpha4"),
    /** A name for an identity; {@code access.smi-spec.io}, since v1alpha4. */
    IDENTITY_BINDING("IdentityBinding", "access.smi-spec.io", List.of(), "v1alpha4"),
    /** Named HTTP requests; {@code specs.smi-spec.io}. */
    HTTP_ROUTE_GROUP(
            "HTTPRouteGroup",
            "specs.smi-spec.io",
            List.of("v1alpha1", "v1alpha2"),
            "v1alpha1",
            "v1alpha2",
            "v1alpha3",
            "v1alpha4"),
    /** TCP ports; {@code specs.smi-spec.io}. */
    TCP_ROUTE(
            "TCPRoute",
            "specs.smi-spec.io",
            List.of("v1alpha1", "v1alpha2"),
            "v1alpha1",
            "v1alpha2",
            "v1alpha3",
            "v1alpha4"),
    /** UDP ports; {@code specs.smi-spec.io}, since v1alpha4. */
    UDP_ROUTE("UDPRoute", "specs.smi-spec.io", List.of(), "v1alpha4");

    private static final String SMI_SUFFIX = ".smi-spec.io";
    private static final Map<String, ResourceKind> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ResourceKind::kind, k -> k));

    private final String kind;
    private final String group;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> flat;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> versions;

    @SuppressWarnings("ImmutableEnumChecker") // made by toList
    private final List<String> apiVersions;

    ResourceKind(String kind, String group, List<String> flat, String... versions) {
        this.kind = kind;
        this.group = group;
        this.versions = List.of(versions);
        this.apiVersions = this.versions.stream().map(this::apiVersion).toList();
        this.flat = flat.stream().map(this::apiVersion).toList();
    }

    /** The kind with this exact spelling; absent where this library has no type for it. */
    public static Optional<ResourceKind> of(String kind) {
        return Optional.ofNullable(BY_NAME.get(kind));
    }

    /** Whether the API group is one of SMI's, {@code *.smi-spec.io}. */
    public static boolean isSmiGroup(String group) {
        return group.endsWith(SMI_SUFFIX);
    }

    /** The kind as Kubernetes spells it, for example {@code HTTPRouteGroup}. */
    public String kind() {
        return kind;
    }

    /** The API group, for example {@code specs.smi-spec.io}. */
    public String group() {
        return group;
    }

    /** The versions of the kind, oldest first, without the group: {@code v1alpha1}. */
    public List<String> versions() {
        return versions;
    }

    /** The newest {@code group/version}: what builders start with. */
    public String newestApiVersion() {
        return apiVersion(versions.get(versions.size() - 1));
    }

    /** {@code group/version} for a version of this kind. */
    public String apiVersion(String version) {
        return group + "/" + version;
    }

    /** Whether the kind has this {@code group/version}. */
    public boolean hasApiVersion(String apiVersion) {
        return apiVersions.contains(apiVersion);
    }

    /**
     * Whether the fields of the spec stand at the top level of the document, without {@code spec}: access v1alpha1, specs
     * v1alpha1 and v1alpha2.
     */
    public boolean isFlat(String apiVersion) {
        return flat.contains(apiVersion);
    }

    /**
     * The path of a field in a document of the given version, for a path given in the newest version's shape:
     * {@code spec.rules[0]} is {@code specs[0]} in access v1alpha1.
     */
    public FieldPath documentPath(String apiVersion, FieldPath path) {
        if (!isFlat(apiVersion) || path.isRoot() || !path.steps().get(0).equals(new FieldPath.Name("spec"))) {
            return path;
        }
        List<FieldPath.Step> steps =
                new ArrayList<>(path.steps().subList(1, path.steps().size()));
        if (this == TRAFFIC_TARGET && !steps.isEmpty() && steps.get(0).equals(new FieldPath.Name("rules"))) {
            steps.set(0, new FieldPath.Name("specs"));
        }
        return FieldPath.of(steps);
    }

    /** The kind as Kubernetes spells it. */
    @Override
    public String toString() {
        return kind;
    }
}
