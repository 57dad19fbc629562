package io.github.smi4j.inventory;

import io.github.smi4j.model.OtherResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads a Kubernetes Service. */
final class ServiceReader {
    private ServiceReader() {}

    /** The Service; absent if a field that matters cannot be read. */
    static Optional<KubernetesService> read(ServiceName name, OtherResource object) {
        if (name.name().isEmpty() || !(object.toTree().get("spec") instanceof Map<?, ?> spec)) {
            return Optional.empty();
        }
        Map<String, String> labels = KubernetesObjects.metadata(object, "labels");
        Map<String, String> annotations = KubernetesObjects.metadata(object, "annotations");
        return KubernetesObjects.strings(spec, "selector")
                .flatMap(selector -> KubernetesObjects.objects(spec, "ports")
                        .flatMap(ServiceReader::ports)
                        .map(ports -> KubernetesService.builder()
                                .name(name)
                                .ports(ports)
                                .selector(selector)
                                .headless("None".equals(spec.get("clusterIP")))
                                .externalName("ExternalName".equals(spec.get("type")))
                                .labels(labels)
                                .annotations(annotations)
                                .build()));
    }

    private static Optional<List<ServicePort>> ports(List<Map<?, ?>> elements) {
        List<ServicePort> ports = new ArrayList<>();
        elements.forEach(element -> port(element).ifPresent(ports::add));
        // Kubernetes refuses two ports of one number and protocol, so what such a Service would do is not known.
        return new TreeSet<>(ports).size() == elements.size() ? Optional.of(ports) : Optional.empty();
    }

    private static Optional<ServicePort> port(Map<?, ?> fields) {
        Optional<Integer> number = KubernetesObjects.port(fields.get("port"));
        Optional<TransportProtocol> protocol = KubernetesObjects.protocol(fields);
        Optional<TargetPort> target = KubernetesObjects.targetPort(fields.get("targetPort"));
        return number.isEmpty() || protocol.isEmpty() || target.isEmpty()
                ? Optional.empty()
                : Optional.of(ServicePort.builder()
                        .number(number.get())
                        .protocol(protocol.get())
                        .name(KubernetesObjects.text(fields, "name"))
                        .appProtocol(KubernetesObjects.text(fields, "appProtocol"))
                        .targetPort(target.get())
                        .build());
    }
}
