package io.github.smi4j.testkit.bundle;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * How the clusters of a mesh differ from those that are drawn, where the mesh asks something of all that is in it. Immutable.
 *
 * @param cluster the workloads and Services, changed before SMI is drawn for them; it must change neither list nor trees
 * @param settings the settings of the translator that go with it, by name and text; they win over others
 */
public record ClusterStyle(UnaryOperator<List<Map<String, Object>>> cluster, Map<String, String> settings) {
    /** The cluster as it was drawn. */
    public static final ClusterStyle AS_DRAWN = new ClusterStyle(manifests -> manifests, Map.of());

    /** Copies the settings. */
    public ClusterStyle {
        Objects.requireNonNull(cluster, "cluster");
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }
}
