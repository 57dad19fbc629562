package com.example.doorman;

import io.github.smi4j.diagnostic.CodeDefinition;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.inventory.RuntimeLabels;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.model.GeneratedNames;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.policy.DnsNames;
import io.github.smi4j.policy.Grant;
import io.github.smi4j.policy.HeaderTest;
import io.github.smi4j.policy.MutualTls;
import io.github.smi4j.policy.OptionKey;
import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.policy.ResolvedTarget;
import io.github.smi4j.policy.Scope;
import io.github.smi4j.regex.Regex;
import io.github.smi4j.translate.spi.MeshResource;
import io.github.smi4j.translate.spi.MeshTranslator;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Translates to Doorman, a mesh that is made up: at each pod stands a doorman with lists.
 *
 * <p>An {@code AllowList} is for the pods of its namespace that have all labels of its {@code selector}; without one it is for
 * all of them. A pod that lists are for takes what an entry of any of them allows and nothing else, so a list without entries
 * closes; a pod without a list takes everything. An entry allows some {@code callers}, by SPIFFE id, some {@code ports} of the
 * pod, and there any TCP connection, or with {@code requests} only HTTP requests that are one of those: {@code path} is RE2,
 * from the start of the path; {@code headers} are RE2 for whole values. Callers prove who they are by mutual TLS; a pod that
 * lists are for takes nothing else, and no UDP.
 */
public final class DoormanTranslator implements MeshTranslator {
    static final OptionKey<String> LOG = OptionKey.of(
            "log",
            "refused",
            "What the doormen write down: none, refused or all calls.",
            "none, refused or all",
            text -> Optional.of(text).filter(Set.of("none", "refused", "all")::contains));

    private static final String GROUP = "mesh.example";
    private static final FieldPath RULES = FieldPath.of("spec", "rules");
    private static final FieldPath DESTINATION = FieldPath.of("spec", "destination");

    /** What Doorman cannot say. */
    enum Code implements DiagnosticCode {
        NO_LABELS_OF_ITS_OWN(
                "DM1001",
                Severity.ERROR,
                Effect.DROPPED,
                "Doorman selects pods by labels, and no labels select these pods alone; nothing is allowed there",
                "Give the workload a label of its own."),
        DATAGRAMS_REFUSED(
                "DM1002",
                Severity.ERROR,
                Effect.DROPPED,
                "Doorman lets no UDP in",
                "Leave the UDPRoute out, or accept the code if nobody needs it."),
        LIST_OF_OTHERS(
                "DM1003",
                Severity.ERROR,
                Effect.UNENFORCED,
                "An AllowList of the input may allow more, since lists add up",
                "Remove the list, or say in SMI what it allows."),
        PLAIN_TEXT_REFUSED(
                "DM1004",
                Severity.WARNING,
                Effect.NARROWED,
                "Doorman asks for mutual TLS wherever a list is",
                "Do not set mtls=permissive for this mesh.");

        private final CodeDefinition definition;

        Code(String id, Severity severity, Effect effect, String summary, String help) {
            this.definition = new CodeDefinition(id, severity, effect, summary, help);
        }

        @Override
        public CodeDefinition definition() {
            return definition;
        }
    }

    @Override
    public String meshName() {
        return "doorman";
    }

    /** All kinds but TrafficSplit: smi4j reports that one. */
    @Override
    public Set<ResourceKind> supportedKinds() {
        return Set.of(
                ResourceKind.TRAFFIC_TARGET,
                ResourceKind.IDENTITY_BINDING,
                ResourceKind.HTTP_ROUTE_GROUP,
                ResourceKind.TCP_ROUTE,
                ResourceKind.UDP_ROUTE);
    }

    @Override
    public Set<String> apiGroups() {
        return Set.of(GROUP);
    }

    @Override
    public List<OptionKey<?>> options() {
        return List.of(LOG);
    }

    @Override
    public void translate(TranslationContext in, TranslationOutput out) {
        Scope scope = in.policy().scope();
        Map<String, Set<ResourceRef>> closed = new TreeMap<>();
        scope.namespaces().forEach(namespace -> closed.put(namespace, new TreeSet<>(scope.targetsOf(namespace))));
        Set<ResourceRef> emitted = new HashSet<>();
        for (ResolvedTarget target : in.policy().targets()) {
            reportWhatIsRefused(target, in, out);
            for (Workload workload : target.destinations()) {
                List<Map<String, Object>> entries = entries(target, workload, in);
                Optional<Map<String, String>> labels = labels(target, workload, in);
                if (entries.isEmpty() && scope.namespaces().contains(target.namespace())) {
                    continue; // the list of the namespace closes it
                }
                if (labels.isPresent()) {
                    // Sorts before "closed": who applies the output in its order never closes first.
                    String name = GeneratedNames.of("allow", target.ref().name(), workload.kind(), workload.name());
                    MeshResource list = list(name, target.namespace(), labels.get(), entries, in);
                    out.emit(list, target.origins());
                    emitted.add(list.ref());
                } else {
                    closed.computeIfAbsent(target.namespace(), n -> new TreeSet<>())
                            .add(target.ref());
                    out.report(
                            Code.NO_LABELS_OF_ITS_OWN,
                            target.ref(),
                            DESTINATION,
                            "no labels select the " + workload.kind() + " " + workload.name()
                                    + " alone; nothing is allowed there, and the whole namespace is closed");
                }
            }
        }
        closed.forEach((namespace, targets) -> {
            MeshResource list = list("closed", namespace, Map.of(), List.of(), in);
            out.emit(list, targets);
            emitted.add(list.ref());
        });
        reportListsOfOthers(emitted, in, out);
    }

    private static MeshResource list(
            String name,
            String namespace,
            Map<String, String> selector,
            List<Map<String, Object>> entries,
            TranslationContext in) {
        // Sorted: fields are written in the order of the map.
        Map<String, Object> spec = new TreeMap<>(Map.of("entries", entries, "log", in.option(LOG)));
        if (!selector.isEmpty()) {
            spec.put("selector", selector);
        }
        ObjectMeta metadata =
                ObjectMeta.builder().name(name).namespace(namespace).build();
        return MeshResource.of(GROUP + "/v1", "AllowList", metadata, Map.of("spec", spec));
    }

    /** What the sources of a target may send to the pods of a workload. */
    private static List<Map<String, Object>> entries(ResolvedTarget target, Workload workload, TranslationContext in) {
        String trustDomain = in.policy().options().trustDomain();
        List<String> callers = target.sources().stream()
                .map(source -> "spiffe://" + source.spiffeId(trustDomain))
                .toList();
        return target.grants(workload).stream()
                .filter(grant -> !(grant instanceof Grant.UdpDatagrams))
                .map(grant -> {
                    Map<String, Object> entry =
                            new TreeMap<>(Map.of("callers", callers, "ports", List.copyOf(grant.ports())));
                    if (grant instanceof Grant.HttpRequests http) {
                        entry.put(
                                "requests",
                                http.matches().stream()
                                        .map(DoormanTranslator::request)
                                        .toList());
                    }
                    return entry;
                })
                .toList();
    }

    /** What is absent stays absent: an empty list would be no request, or any. */
    private static Map<String, Object> request(ResolvedMatch match) {
        Map<String, Object> request = new TreeMap<>();
        match.pathRegex().map(Regex::print).ifPresent(path -> request.put("path", path));
        if (!match.methods().isEmpty()) {
            request.put("methods", match.methods());
        }
        if (!match.headers().isEmpty()) {
            request.put(
                    "headers",
                    new TreeMap<>(match.headers().stream()
                            .collect(Collectors.toMap(
                                    HeaderTest::name, test -> test.value().print()))));
        }
        return request;
    }

    /** Labels that select these pods, and no others but those that the target grants the same; absent if there are none. */
    private static Optional<Map<String, String>> labels(
            ResolvedTarget target, Workload workload, TranslationContext in) {
        List<Map<String, String>> named = target.destinationSelectors().stream()
                .filter(workload::hasLabels)
                .toList();
        return Stream.concat(named.stream(), Stream.of(workload.controllerLabels(), workload.labels()))
                .map(DoormanTranslator::lasting)
                .filter(labels -> !labels.isEmpty() && workload.hasLabels(labels))
                // Pods that are not known have the labels only if they are pods of the destination, too.
                .filter(labels -> in.inventory().knowsWorkloads(target.namespace())
                        || named.stream().anyMatch(n -> labels.entrySet().containsAll(n.entrySet())))
                .filter(labels -> Stream.concat(
                                in.inventory().workloadsWith(target.namespace(), labels).stream(),
                                target.destinations().stream().filter(other -> other.hasLabels(labels)))
                        .allMatch(other -> target.destinations().contains(other)
                                && target.grants(other).equals(target.grants(workload))))
                .findFirst();
    }

    /** The labels that Kubernetes accepts in a selector, and that stay when pods are replaced. */
    private static Map<String, String> lasting(Map<String, String> labels) {
        Map<String, String> lasting = new TreeMap<>(RuntimeLabels.without(labels));
        lasting.entrySet()
                .removeIf(label -> !DnsNames.isLabelKey(label.getKey()) || !DnsNames.isLabelValue(label.getValue()));
        return lasting;
    }

    private static void reportWhatIsRefused(ResolvedTarget target, TranslationContext in, TranslationOutput out) {
        boolean udp = target.destinations().stream()
                .flatMap(workload -> target.grants(workload).stream())
                .anyMatch(Grant.UdpDatagrams.class::isInstance);
        if (udp) {
            out.report(Code.DATAGRAMS_REFUSED, target.ref(), RULES, "the ports of the UDPRoute stay closed");
        }
        if (in.policy().options().mtls() == MutualTls.PERMISSIVE) {
            out.report(Code.PLAIN_TEXT_REFUSED, target.ref(), DESTINATION, "is closed to calls without mutual TLS");
        }
    }

    /** Lists that are there already and that none of ours replaces. */
    private static void reportListsOfOthers(Set<ResourceRef> emitted, TranslationContext in, TranslationOutput out) {
        String defaultNamespace = in.policy().options().defaultNamespace();
        Set<Optional<String>> namespaces =
                emitted.stream().map(ResourceRef::namespace).collect(Collectors.toSet());
        in.inventory().meshResources(GROUP).stream()
                .map(resource -> resource.ref().withDefaultNamespace(defaultNamespace))
                .filter(ref -> ref.kind().equals("AllowList"))
                .filter(ref -> namespaces.contains(ref.namespace()) && !emitted.contains(ref))
                .forEach(ref -> out.report(
                        Code.LIST_OF_OTHERS,
                        ref,
                        FieldPath.of("spec", "entries"),
                        "adds to what SMI allows in the same namespace"));
    }
}
