package io.github.smi4j.inventory;

import io.github.smi4j.model.OtherResource;
import io.github.smi4j.model.Ports;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the few fields of Kubernetes objects that a translation needs. */
final class KubernetesObjects {
    private static final Set<String> WORKLOADS = Set.of(
            "apps/Deployment",
            "apps/StatefulSet",
            "apps/DaemonSet",
            "apps/ReplicaSet",
            "batch/Job",
            "batch/CronJob",
            "/Pod");

    private KubernetesObjects() {}

    static boolean isWorkload(OtherResource object) {
        return WORKLOADS.contains(object.ref().group() + "/" + object.kind());
    }

    static boolean isService(OtherResource object) {
        return object.apiVersion().equals("v1") && object.kind().equals("Service");
    }

    /** The Service; absent if a field that matters cannot be read. */
    static Optional<KubernetesService> service(ServiceName name, OtherResource object) {
        if (name.name().isEmpty() || !(object.toTree().get("spec") instanceof Map<?, ?> spec)) {
            return Optional.empty();
        }
        Object declared = spec.get("ports");
        if (declared != null && !(declared instanceof List<?>)) {
            return Optional.empty();
        }
        List<ServicePort> ports = new ArrayList<>();
        for (Object element : declared instanceof List<?> list ? list : List.of()) {
            Optional<ServicePort> port = element instanceof Map<?, ?> fields ? port(fields) : Optional.empty();
            if (port.isEmpty()) {
                return Optional.empty();
            }
            ports.add(port.get());
        }
        return Optional.of(KubernetesService.builder()
                .name(name)
                .ports(ports)
                .headless("None".equals(spec.get("clusterIP")))
                .build());
    }

    private static Optional<ServicePort> port(Map<?, ?> fields) {
        Object protocol = fields.containsKey("protocol") ? fields.get("protocol") : "TCP";
        Optional<TransportProtocol> known = Arrays.stream(TransportProtocol.values())
                .filter(p -> p.name().equals(protocol))
                .findFirst();
        return number(fields.get("port"))
                .flatMap(number -> known.map(p -> ServicePort.builder()
                        .number(number)
                        .protocol(p)
                        .name(text(fields, "name"))
                        .appProtocol(text(fields, "appProtocol"))
                        .build()));
    }

    private static Optional<String> text(Map<?, ?> fields, String field) {
        return fields.get(field) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Integer> number(@Nullable Object value) {
        if (!(value instanceof Number number)) {
            return Optional.empty();
        }
        try {
            int port = new BigDecimal(number.toString()).intValueExact();
            return Ports.isPort(port) ? Optional.of(port) : Optional.empty();
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }
}
