package io.github.smi4j.translate.consul;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.testkit.bundle.Bundle;
import io.github.smi4j.testkit.bundle.BundleGenerator;
import io.github.smi4j.testkit.tree.Trees;
import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.Translation;
import io.github.smi4j.translate.Translator;
import io.github.smi4j.translate.spi.MeshResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written for Consul itself says what the custom resources say. */
class NativeEntryPropertiesTest {
    private static final Translator CONSUL =
            MeshTranslators.of(ConsulTranslator.create()).get("consul");
    private static final Map<String, String> KINDS = Map.of(
            "service-defaults", "ServiceDefaults",
            "service-resolver", "ServiceResolver",
            "service-splitter", "ServiceSplitter",
            "service-router", "ServiceRouter",
            "service-intentions", "ServiceIntentions");

    private static Translation translate(Bundle bundle, String output) {
        return CONSUL.translate(
                bundle.set(),
                bundle.policyOptions(),
                bundle.withMeshSettings(Map.of("output", output)).translationOptions());
    }

    /** Each resource by kind, Consul namespace and name: its fields in lower case, without what is said elsewhere. */
    private static Map<String, Object> custom(Translation translation) {
        Map<String, Object> entries = new TreeMap<>();
        for (MeshResource resource : translation.resources()) {
            Map<String, Object> tree = resource.toTree();
            Map<String, Object> spec = new LinkedHashMap<>(Trees.object(tree.get("spec")));
            Object destination = spec.remove("destination");
            Object name = destination == null
                    ? resource.metadata().displayName()
                    : Trees.object(destination).get("name");
            entries.put(resource.kind() + " " + resource.metadata().namespace() + " " + name, lowered(spec));
        }
        return entries;
    }

    private static Map<String, Object> written(Translation translation) {
        Map<String, Object> entries = new TreeMap<>();
        for (MeshResource resource : translation.resources()) {
            Map<String, Object> tree = new LinkedHashMap<>(resource.toTree());
            String kind = KINDS.get((String) tree.remove("Kind"));
            Object name = tree.remove("Name");
            tree.remove("Meta");
            tree.remove("Namespace");
            entries.put(kind + " " + resource.metadata().namespace() + " " + name, lowered(tree));
        }
        return entries;
    }

    private static Object lowered(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> lowered = new TreeMap<>();
            map.forEach((key, inner) -> lowered.put(((String) key).toLowerCase(Locale.ROOT), lowered(inner)));
            return lowered;
        }
        return value instanceof List<?> list
                ? list.stream().map(NativeEntryPropertiesTest::lowered).toList()
                : value;
    }

    @Property(tries = 60)
    void nativeEntries_always_sayWhatTheResourcesSay(@ForAll("bundles") Bundle bundle) {
        Translation resources = translate(bundle, "crd");
        boolean withoutOrder =
                resources.diagnostics().stream().anyMatch(d -> d.code() == ConsulCode.NO_ORDER_OF_WEIGHTS);
        if (!withoutOrder) {
            assertThat(orderless(written(translate(bundle, "native")))).isEqualTo(orderless(custom(resources)));
        }
    }

    /** Splits may stand in another order. */
    private static Object orderless(Map<String, Object> entries) {
        Map<String, Object> changed = new TreeMap<>();
        entries.forEach((name, fields) -> changed.put(
                name,
                Trees.change(
                        Trees.object(fields),
                        "splits",
                        splits -> ((List<?>) splits)
                                .stream().map(Object::toString).sorted().toList())));
        return changed;
    }

    @Provide
    Arbitrary<Bundle> bundles() {
        return BundleGenerator.create()
                .withStyles(ConsulClusters::style)
                .withMeshSettings(ConsulClusters::settings)
                .arbitrary();
    }
}
