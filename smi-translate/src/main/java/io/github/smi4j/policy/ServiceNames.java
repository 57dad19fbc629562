package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.model.Backend;
import io.github.smi4j.model.TrafficSplit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the names of root and backends: {@code web}, {@code web.ns}, {@code web.ns.svc} and
 * {@code web.ns.svc.<cluster domain>} are the same Service, and it must be in the split's namespace.
 */
final class ServiceNames {
    private final Known<TrafficSplit> split;
    private final String clusterDomain;

    ServiceNames(Known<TrafficSplit> split, String clusterDomain) {
        this.split = split;
        this.clusterDomain = clusterDomain;
    }

    /** The Service; absent where it is not a name, or of a Service elsewhere. */
    Optional<ServiceName> read(String name) {
        String label = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        boolean here = DnsNames.isLabel(label) && isHere(name.substring(label.length()));
        return here ? Optional.of(new ServiceName(split.namespace(), label)) : Optional.empty();
    }

    /** Where each backend is first named, but for those that are no name. */
    Map<ServiceName, FieldPath> pathsOf(List<Backend> backends) {
        Map<ServiceName, FieldPath> paths = new HashMap<>();
        for (int i = 0; i < backends.size(); i++) {
            FieldPath path = FieldPath.of("spec", "backends").index(i).field("service");
            read(backends.get(i).service()).ifPresent(service -> paths.putIfAbsent(service, path));
        }
        return paths;
    }

    /** The Service; reported where it is not a name, or of a Service elsewhere. */
    Optional<ServiceName> read(String name, FieldPath path, PolicyFindings findings) {
        Optional<ServiceName> service = read(name);
        if (service.isEmpty()) {
            boolean dotted = name.contains(".") && DnsNames.isSubdomain(name);
            findings.report(
                    dotted ? PolicyCode.SERVICE_ELSEWHERE : PolicyCode.NAME_INVALID,
                    split,
                    path,
                    dotted ? elsewhere(name) : UserText.show(name) + " is not the name of a Service");
        }
        return service;
    }

    /** After the first dot comes the namespace, so a Service has no dot in its own name. */
    private String elsewhere(String name) {
        String[] parts = name.split("\\.", 3);
        String here = parts[0] + "." + split.namespace();
        return parts[1].equals(split.namespace())
                ? UserText.show(name) + " is neither " + here + " nor " + here + ".svc nor " + here + ".svc."
                        + clusterDomain
                : UserText.show(name) + " is a Service of the namespace " + parts[1] + ", the split is in "
                        + split.namespace();
    }

    private boolean isHere(String suffix) {
        String namespace = "." + split.namespace();
        return suffix.isEmpty()
                || suffix.equals(namespace)
                || suffix.equals(namespace + ".svc")
                || suffix.equals(namespace + ".svc." + clusterDomain);
    }
}
