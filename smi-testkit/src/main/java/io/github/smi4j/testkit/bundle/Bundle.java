package io.github.smi4j.testkit.bundle;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.manifest.ManifestWriter;
import io.github.smi4j.model.Manifest;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.translate.TranslationOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An input of a translation: manifests of SMI and of the cluster, and settings. Immutable.
 *
 * @param manifests plain trees, faulty ones too
 * @param policySettings the settings of the reading, by name and text
 * @param meshSettings the settings of the translator, by name and text
 */
public record Bundle(
        List<Map<String, Object>> manifests, Map<String, String> policySettings, Map<String, String> meshSettings) {
    /** Copies the lists; the trees are not to be changed. */
    public Bundle {
        manifests = List.copyOf(manifests);
        policySettings = Collections.unmodifiableMap(new TreeMap<>(policySettings));
        meshSettings = Collections.unmodifiableMap(new TreeMap<>(meshSettings));
    }

    /** Manifests with default settings. */
    public static Bundle of(List<Map<String, Object>> manifests) {
        return new Bundle(manifests, Map.of(), Map.of());
    }

    /** The same settings for other manifests. */
    public Bundle withManifests(List<Map<String, Object>> others) {
        return new Bundle(others, policySettings, meshSettings);
    }

    /**
     * The same without one of its manifests.
     *
     * @param index which, from 0
     */
    public Bundle without(int index) {
        return withManifests(Reductions.without(manifests, index));
    }

    /** The same with some settings of the translator more, or with other values. */
    public Bundle withMeshSettings(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(meshSettings);
        all.putAll(more);
        return new Bundle(manifests, policySettings, all);
    }

    /** The manifests as they are read. */
    public ResourceSet set() {
        ResourceSet.Builder set = ResourceSet.builder();
        manifests.forEach(set::addTree);
        return set.build();
    }

    /** The settings of the reading. */
    public PolicyOptions policyOptions() {
        PolicyOptions.Builder options = PolicyOptions.builder();
        policySettings.forEach(options::set);
        return options.build();
    }

    /** The settings of the translator. */
    public TranslationOptions translationOptions() {
        TranslationOptions.Builder options = TranslationOptions.builder();
        meshSettings.forEach(options::set);
        return options.build();
    }

    /** What the manifests tell of the cluster. */
    public Inventory inventory() {
        return cluster().inventory();
    }

    /** The cluster that a mesh model needs. */
    public Cluster cluster() {
        return cluster(set());
    }

    /**
     * The same for who has read the manifests already.
     *
     * @param read what {@link #set()} gave
     */
    public Cluster cluster(ResourceSet read) {
        PolicyOptions options = policyOptions();
        return new Cluster(options.inventoryOf(read), options, meshSettings);
    }

    /** Bundles with one part less: a manifest, a field, an element of a list, or a setting; the larger steps first. */
    public Stream<Bundle> smaller() {
        return Reductions.of(this);
    }

    /** The settings as comments, and the manifests as YAML: a file for the command {@code smi}. */
    public String toYaml() {
        StringBuilder text = new StringBuilder();
        policySettings.forEach((name, value) -> appendSetting(name, value, text));
        meshSettings.forEach((name, value) -> appendSetting(name, value, text));
        List<Manifest> documents = new ArrayList<>();
        manifests.forEach(tree -> documents.add(() -> tree));
        return text + ManifestWriter.yaml().write(documents);
    }

    private static void appendSetting(String name, String value, StringBuilder text) {
        text.append("# --option ").append(name).append('=').append(value).append('\n');
    }

    /** The YAML. */
    @Override
    public String toString() {
        return toYaml();
    }
}
