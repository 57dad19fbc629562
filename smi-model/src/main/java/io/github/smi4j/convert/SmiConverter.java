package io.github.smi4j.convert;

import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.SmiResource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Converts SMI resources to other versions of their API groups. Nothing is lost without a finding, and what would make the
 * result mean more than the input is refused unless {@link #allowWidening()} asks for it. Immutable and thread-safe.
 *
 * <pre>{@code
 * Conversion conversion = SmiConverter.to("split.smi-spec.io/v1alpha2").convert(set);
 * }</pre>
 *
 * <p>The port of a TrafficTarget's destination (access v1alpha1 and v1alpha2) becomes a route, for which the routes that
 * the target refers to must be in the same set; SMI traffic-access v1alpha3, "Traffic Target".
 */
public final class SmiConverter {
    private final Map<String, String> versions;
    private final boolean widening;

    private SmiConverter(Map<String, String> versions, boolean widening) {
        this.versions = versions;
        this.widening = widening;
    }

    /**
     * A converter to the given versions, one for each API group that is to be converted; resources of other groups stay as they
     * are.
     *
     * @param first {@code group/version}, for example {@code split.smi-spec.io/v1alpha2}
     * @throws IllegalArgumentException if SMI has no such version, or a group is given twice; the message lists what there is
     */
    public static SmiConverter to(String first, String... more) {
        List<String> all = new ArrayList<>();
        all.add(Objects.requireNonNull(first, "first"));
        all.addAll(Arrays.asList(more));
        return to(all);
    }

    /**
     * A converter to the given versions; see {@link #to(String, String...)}.
     *
     * @throws IllegalArgumentException if SMI has no such version, or a group is given twice, or none is
     */
    public static SmiConverter to(List<String> apiVersions) {
        Map<String, String> versions = new TreeMap<>();
        for (String apiVersion : apiVersions) {
            if (!all().contains(apiVersion)) {
                throw new IllegalArgumentException(
                        "SMI has no " + UserText.show(apiVersion) + "; it has " + String.join(", ", all()));
            }
            String group = apiVersion.substring(0, apiVersion.indexOf('/'));
            if (versions.put(group, apiVersion) != null) {
                throw new IllegalArgumentException("more than one version of " + group);
            }
        }
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("no version to convert to; SMI has " + String.join(", ", all()));
        }
        return new SmiConverter(versions, false);
    }

    private static Set<String> all() {
        Set<String> all = new TreeSet<>(MetricsConversion.API_VERSIONS);
        for (ResourceKind kind : ResourceKind.values()) {
            kind.versions().forEach(version -> all.add(kind.apiVersion(version)));
        }
        return all;
    }

    /** A converter that leaves out what a version cannot say even where the result means more; a warning says so each time. */
    public SmiConverter allowWidening() {
        return new SmiConverter(versions, true);
    }

    /** Converts one resource; a target whose port becomes a route gives two. */
    public Conversion convert(SmiResource resource) {
        return convert(ResourceSet.of(resource));
    }

    /** Converts a set. Never throws for bad content. */
    public Conversion convert(ResourceSet set) {
        return new ConversionRun(set, versions, widening).run();
    }
}
