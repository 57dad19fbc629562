package io.github.smi4j.testkit.bundle;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.model.SmiResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;

/**
 * Draws bundles with the cases that are hard for meshes: overlapping expressions, several targets for one destination, accounts
 * that workloads share, several Services or none, facts that are missing, faults next to what is sound, odd ports, names and
 * limits. Most bundles have nothing odd, so that most of them can be translated exactly. Immutable.
 */
public final class BundleGenerator {
    private final Function<Random, List<Map<String, Object>>> moreManifests;
    private final Function<Random, Map<String, String>> meshSettings;
    private final Function<Random, ClusterStyle> styles;

    private BundleGenerator(
            Function<Random, List<Map<String, Object>>> moreManifests,
            Function<Random, Map<String, String>> meshSettings,
            Function<Random, ClusterStyle> styles) {
        this.moreManifests = moreManifests;
        this.meshSettings = meshSettings;
        this.styles = styles;
    }

    /** Bundles of SMI and Kubernetes alone, with default settings of the translator. */
    public static BundleGenerator create() {
        return new BundleGenerator(random -> List.of(), random -> Map.of(), random -> ClusterStyle.AS_DRAWN);
    }

    /**
     * The same, with manifests of a mesh that are there already, instead of any that were asked for before. Namespaces are {@code shop} and {@code data}, workloads
     * {@code w0} to {@code w4} with a label {@code app} of their name, Services {@code s0} to {@code s4}, and
     * {@code web} with {@code web-v1} to {@code web-v3}.
     *
     * @param draw draws some
     */
    public BundleGenerator withManifests(Function<Random, List<Map<String, Object>>> draw) {
        return new BundleGenerator(Objects.requireNonNull(draw, "draw"), meshSettings, styles);
    }

    /**
     * The same, with settings of the translator, instead of any that were asked for before.
     *
     * @param draw draws them, by name and text
     */
    public BundleGenerator withMeshSettings(Function<Random, Map<String, String>> draw) {
        return new BundleGenerator(moreManifests, Objects.requireNonNull(draw, "draw"), styles);
    }

    /**
     * The same, with clusters changed to what a mesh needs, instead of any style that was asked for before.
     *
     * @param draw draws how the cluster is changed, and the settings that go with it
     */
    public BundleGenerator withStyles(Function<Random, ClusterStyle> draw) {
        return new BundleGenerator(moreManifests, meshSettings, Objects.requireNonNull(draw, "draw"));
    }

    /** Draws a bundle. What is drawn depends on the random source alone. */
    public Bundle draw(Random random) {
        Oddity oddity = Oddity.random(random);
        SettingDraw settings = SettingDraw.random(random, oddity);
        ClusterStyle style = styles.apply(random);
        List<Map<String, Object>> manifests =
                new ArrayList<>(style.cluster().apply(ClusterDraw.random(random, oddity)));
        Inventory inventory = Bundle.of(manifests).inventory();
        addSmi(random, oddity, settings.clusterDomain(), inventory, manifests);
        manifests.addAll(moreManifests.apply(random));
        List<Map<String, Object>> placed = manifests.stream()
                .map(manifest -> settings.inDefaultNamespace(manifest, random))
                .toList();
        Map<String, String> ofMesh = new LinkedHashMap<>(meshSettings.apply(random));
        ofMesh.putAll(style.settings());
        return new Bundle(placed, settings.values(), ofMesh);
    }

    private static void addSmi(
            Random random,
            Oddity oddity,
            String clusterDomain,
            Inventory inventory,
            List<Map<String, Object>> manifests) {
        SpecDraw specs = new SpecDraw(random, oddity);
        BindingDraw bindings = new BindingDraw(random, oddity, inventory);
        TargetDraw targets = new TargetDraw(random, oddity, inventory);
        SplitDraw splits = new SplitDraw(random, oddity, inventory, clusterDomain);
        for (String namespace : ClusterDraw.NAMESPACES) {
            if (!oddity.oneIn(4)) {
                manifests.addAll(specs.random(namespace));
            }
            BindingDraw.NAMES.stream()
                    .filter(name -> !oddity.oneIn(4))
                    .forEach(name ->
                            manifests.add(bindings.random(name, namespace).toTree()));
            splits.random(namespace).forEach(split -> manifests.add(split.toTree()));
        }
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            List<SmiResource> resources = targets.random("t" + i, oddity.pick(ClusterDraw.NAMESPACES));
            resources.forEach(resource -> manifests.add(resource.toTree()));
        }
        addTwice(random, oddity, manifests);
        if (oddity.oneIn(6)) {
            addUnknownField(random.nextInt(manifests.size()), manifests);
        }
    }

    /** A field that nobody knows, beside those of a spec. */
    private static void addUnknownField(int index, List<Map<String, Object>> manifests) {
        Map<String, Object> tree = new LinkedHashMap<>(manifests.get(index));
        if (tree.get("spec") instanceof Map<?, ?> spec) {
            Map<String, Object> more = new LinkedHashMap<>();
            spec.forEach((key, value) -> more.put((String) key, value));
            more.put("extra", "x");
            tree.put("spec", more);
            manifests.set(index, tree);
        }
    }

    /** One manifest a second time where it is odd: the same, or with something else in it. */
    private static void addTwice(Random random, Oddity oddity, List<Map<String, Object>> manifests) {
        if (oddity.oneIn(6)) {
            Map<String, Object> manifest = oddity.pick(manifests);
            boolean same = random.nextBoolean();
            manifests.add(
                    same
                            ? manifest
                            : Mutation.of(Bundle.of(List.of(manifest)), random)
                                    .map(changed -> changed.manifests().get(0))
                                    .orElse(manifest));
        }
    }

    /** The same bundles for properties of jqwik; they shrink by leaving parts out. */
    public Arbitrary<Bundle> arbitrary() {
        return new DrawnArbitrary<>(this::draw, Bundle::smaller, Reductions::size);
    }
}
