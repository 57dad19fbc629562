package io.github.smi4j.convert;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.model.Decoded;
import io.github.smi4j.model.Manifest;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.TrafficMetrics;
import io.github.smi4j.model.TrafficMetricsList;
import java.util.List;
import java.util.Optional;

/**
 * TrafficMetrics and their lists: v1alpha1 of the specification has all fields of the Go SDK's v1alpha2, so that only the version
 * changes.
 */
final class MetricsConversion {
    static final String GROUP = "metrics.smi-spec.io";
    static final List<String> API_VERSIONS = List.of(GROUP + "/v1alpha1", GROUP + "/v1alpha2");

    private MetricsConversion() {}

    /** Whether an object that is none of SMI's configuration is one of its measurements. */
    static boolean isMetrics(ResourceSet.Entry entry) {
        String group = entry.ref().group();
        boolean kind = entry.ref().kind().equals("TrafficMetrics") || isList(entry);
        return entry.otherResource().isPresent() && kind && (group.isEmpty() || group.equals(GROUP));
    }

    private static boolean isList(ResourceSet.Entry entry) {
        return entry.ref().kind().equals("TrafficMetricsList");
    }

    /** The document in the version; absent, and reported, where it cannot be read. */
    static Optional<Manifest> convert(ResourceSet.Entry entry, String apiVersion, ConversionFindings findings) {
        Decoded<? extends Manifest> decoded = isList(entry)
                ? TrafficMetricsList.decode(entry.tree()).map(list -> in(list, apiVersion))
                : TrafficMetrics.decode(entry.tree()).map(metrics -> in(metrics, apiVersion));
        for (Diagnostic finding : decoded.diagnostics()) {
            findings.add(
                    finding.toBuilder().position(entry.position(finding.path())).build());
        }
        return decoded.value().map(manifest -> manifest);
    }

    private static TrafficMetrics in(TrafficMetrics metrics, String apiVersion) {
        return metrics.toBuilder().apiVersion(apiVersion).build();
    }

    private static TrafficMetricsList in(TrafficMetricsList list, String apiVersion) {
        return list.toBuilder()
                .apiVersion(apiVersion)
                .items(list.items().stream().map(item -> in(item, apiVersion)).toList())
                .build();
    }
}
