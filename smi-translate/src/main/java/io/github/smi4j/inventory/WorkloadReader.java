package io.github.smi4j.inventory;

import io.github.smi4j.model.OtherResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the pods of a Deployment, StatefulSet, DaemonSet, ReplicaSet, Job, CronJob or Pod. */
final class WorkloadReader {
    /** Where each kind keeps the template of its pods. */
    private static final Map<String, List<String>> TEMPLATES = Map.ofEntries(
            Map.entry("apps/Deployment", List.of("spec", "template")),
            Map.entry("apps/StatefulSet", List.of("spec", "template")),
            Map.entry("apps/DaemonSet", List.of("spec", "template")),
            Map.entry("apps/ReplicaSet", List.of("spec", "template")),
            Map.entry("extensions/Deployment", List.of("spec", "template")),
            Map.entry("extensions/DaemonSet", List.of("spec", "template")),
            Map.entry("extensions/ReplicaSet", List.of("spec", "template")),
            Map.entry("batch/Job", List.of("spec", "template")),
            Map.entry("batch/CronJob", List.of("spec", "jobTemplate", "spec", "template")),
            Map.entry("/ReplicationController", List.of("spec", "template")),
            Map.entry("/Pod", List.of()));

    private static final Set<String> FINISHED = Set.of("Succeeded", "Failed");

    private static final List<String> PROBES = List.of("livenessProbe", "readinessProbe", "startupProbe");

    private WorkloadReader() {}

    static boolean isWorkload(OtherResource object) {
        return TEMPLATES.containsKey(object.ref().group() + "/" + object.kind());
    }

    /** Whether an object of another kind has a template of pods: there are pods, but of which nothing is known. */
    static boolean hasPods(OtherResource object) {
        return object.toTree().get("spec") instanceof Map<?, ?> spec
                && spec.get("template") instanceof Map<?, ?> template
                && template.get("spec") instanceof Map<?, ?> pod
                && pod.containsKey("containers");
    }

    /** Whether it is a pod that has come to its end and takes no requests. */
    static boolean isFinished(OtherResource object) {
        return object.ref().group().isEmpty()
                && object.kind().equals("Pod")
                && object.toTree().get("status") instanceof Map<?, ?> status
                && status.get("phase") instanceof String phase
                && FINISHED.contains(phase);
    }

    /** The workload; absent if a field that matters cannot be read. */
    static Optional<Workload> read(String namespace, OtherResource object) {
        Optional<Map<?, ?>> template = Optional.of(object.toTree());
        for (String step : TEMPLATES.getOrDefault(object.ref().group() + "/" + object.kind(), List.of())) {
            template =
                    template.flatMap(t -> t.get(step) instanceof Map<?, ?> next ? Optional.of(next) : Optional.empty());
        }
        return template.flatMap(t -> workload(namespace, object, t));
    }

    private static Optional<Workload> workload(String namespace, OtherResource object, Map<?, ?> template) {
        Optional<Map<String, String>> labels = KubernetesObjects.object(template, "metadata")
                .flatMap(metadata -> KubernetesObjects.strings(metadata, "labels"));
        Optional<Map<String, String>> annotations = KubernetesObjects.object(template, "metadata")
                .flatMap(metadata -> KubernetesObjects.strings(metadata, "annotations"));
        if (labels.isEmpty() || annotations.isEmpty() || !(template.get("spec") instanceof Map<?, ?> spec)) {
            return Optional.empty();
        }
        Optional<List<Map<?, ?>>> containers = containers(spec);
        Optional<List<ContainerPort>> ports = containers.flatMap(WorkloadReader::ports);
        Optional<List<HttpProbe>> probes = containers.flatMap(WorkloadReader::probes);
        Optional<String> account = account(spec);
        Optional<Boolean> hostNetwork = KubernetesObjects.flag(spec, "hostNetwork");
        return ports.isEmpty()
                        || probes.isEmpty()
                        || account.isEmpty()
                        || hostNetwork.isEmpty()
                        || object.ref().name().isEmpty()
                ? Optional.empty()
                : Optional.of(Workload.builder()
                        .kind(object.kind())
                        .namespace(namespace)
                        .name(object.ref().name())
                        .labels(labels.get())
                        .annotations(annotations.get())
                        .controllerLabels(controllerLabels(object, labels.get()))
                        .hostNetwork(hostNetwork.get())
                        .serviceAccount(account.get())
                        .containerPorts(ports.get())
                        .firstContainerPorts(containers
                                .flatMap(all -> ports(all.stream().limit(1).toList()))
                                .orElse(List.of()))
                        .httpProbes(probes.get())
                        .build());
    }

    /** The containers, with those init containers that keep running. */
    private static Optional<List<Map<?, ?>>> containers(Map<?, ?> spec) {
        return KubernetesObjects.objects(spec, "containers")
                .flatMap(containers -> KubernetesObjects.objects(spec, "initContainers")
                        .map(init -> Stream.concat(
                                        containers.stream(),
                                        init.stream().filter(c -> "Always".equals(c.get("restartPolicy"))))
                                .toList()));
    }

    /** The labels of the selector, if it has labels alone and the pods have them. */
    private static Map<String, String> controllerLabels(OtherResource object, Map<String, String> labels) {
        return KubernetesObjects.object(object.toTree(), "spec")
                .flatMap(spec -> KubernetesObjects.object(spec, "selector"))
                .filter(selector -> selector.size() == 1)
                .flatMap(selector -> KubernetesObjects.strings(selector, "matchLabels"))
                .filter(selected -> labels.entrySet().containsAll(selected.entrySet()))
                .map(RuntimeLabels::without)
                .orElse(Map.of());
    }

    /** The service account, which older manifests write under another name; absent where it has a wrong type. */
    private static Optional<String> account(Map<?, ?> spec) {
        String field = spec.get("serviceAccountName") == null ? "serviceAccount" : "serviceAccountName";
        Object account = spec.get(field);
        if (account == null || account.equals("")) {
            return Optional.of(Workload.DEFAULT_SERVICE_ACCOUNT);
        }
        return account instanceof String name ? Optional.of(name) : Optional.empty();
    }

    private static Optional<List<ContainerPort>> ports(List<Map<?, ?>> containers) {
        List<ContainerPort> ports = new ArrayList<>();
        for (Map<?, ?> container : containers) {
            Optional<List<Map<?, ?>>> declared = KubernetesObjects.objects(container, "ports");
            if (declared.isEmpty()) {
                return Optional.empty();
            }
            for (Map<?, ?> element : declared.get()) {
                Optional<ContainerPort> port = port(element);
                if (port.isEmpty()) {
                    return Optional.empty();
                }
                ports.add(port.get());
            }
        }
        return Optional.of(ports);
    }

    private static Optional<ContainerPort> port(Map<?, ?> fields) {
        return KubernetesObjects.port(fields.get("containerPort"))
                .flatMap(number -> KubernetesObjects.protocol(fields)
                        .map(protocol -> ContainerPort.builder()
                                .number(number)
                                .protocol(protocol)
                                .name(KubernetesObjects.text(fields, "name"))
                                .build()));
    }

    private static Optional<List<HttpProbe>> probes(List<Map<?, ?>> containers) {
        List<HttpProbe> probes = new ArrayList<>();
        for (Map<?, ?> container : containers) {
            for (String name : PROBES) {
                Object check = container.get(name) instanceof Map<?, ?> probe ? probe.get("httpGet") : null;
                if (check instanceof Map<?, ?> httpGet) {
                    Optional<TargetPort> port = KubernetesObjects.targetPort(httpGet.get("port"));
                    if (port.isEmpty() || httpGet.get("port") == null) {
                        return Optional.empty();
                    }
                    probes.add(new HttpProbe(
                            KubernetesObjects.text(httpGet, "path").orElse("/"), port.get()));
                }
            }
        }
        return Optional.of(probes);
    }
}
