package io.github.smi4j.it.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.SmiResource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Our values go to a cluster and come back through fabric8's client, which has no type for them and no module of ours. */
class MockClusterTest {
    /** What an API server sets. */
    private static final Set<String> OF_THE_SERVER =
            Set.of("uid", "resourceVersion", "generation", "creationTimestamp");

    @SuppressWarnings("unused") // the parameters of tests
    private static final List<String> DOCUMENTS = Documents.ALL;

    /** Held, so that its level stays: the server would log each request. */
    private static final Logger LOGGER = Logger.getLogger(MockWebServer.class.getName());

    private static KubernetesMockServer server;
    private static KubernetesClient client;
    private static KubernetesSerialization serialization;

    @BeforeAll
    static void start() {
        LOGGER.setLevel(Level.WARNING);
        server = new KubernetesMockServer(
                new Context(), new MockWebServer(), new HashMap<>(), new KubernetesCrudDispatcher(), false);
        server.init(); // on the loopback address
        client = server.createClient();
        serialization = client.getKubernetesSerialization();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.destroy();
    }

    @Test
    void documents_all_areOfEveryKind() {
        Set<ResourceKind> kinds = EnumSet.noneOf(ResourceKind.class);
        Set<String> names = new TreeSet<>();
        for (String document : Documents.ALL) {
            kinds.add(read(document).resourceKind());
            names.add(read(document).metadata().displayName());
        }

        assertThat(kinds).containsExactly(ResourceKind.values());
        assertThat(names).hasSameSizeAs(Documents.ALL);
    }

    @ParameterizedTest
    @FieldSource("DOCUMENTS")
    void convertValue_thereAndBack_isEqual(String document) {
        SmiResource value = read(document);

        GenericKubernetesResource generic = serialization.convertValue(value, GenericKubernetesResource.class);

        assertThat(generic.getApiVersion()).isEqualTo(value.apiVersion());
        assertThat(generic.getKind()).isEqualTo(value.kind());
        assertThat(generic.getMetadata().getName()).isEqualTo(value.metadata().displayName());
        assertThat(serialization.convertValue(generic, SmiResource.class)).isEqualTo(value);
    }

    @ParameterizedTest
    @FieldSource("DOCUMENTS")
    void asYaml_thenUnmarshal_isEqual(String document) {
        SmiResource value = read(document);

        assertThat(serialization.unmarshal(serialization.asYaml(value), SmiResource.class))
                .isEqualTo(value);
        assertThat(serialization.unmarshal(serialization.asJson(value), SmiResource.class))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @FieldSource("DOCUMENTS")
    void create_thenGet_addsWhatTheServerSets(String document) {
        SmiResource value = read(document);

        GenericKubernetesResource stored = store(value);
        SmiResource back = serialization.convertValue(stored, typeOf(value));

        assertThat(back.metadata().other().asMap())
                .containsEntry("uid", stored.getMetadata().getUid())
                .containsEntry("resourceVersion", stored.getMetadata().getResourceVersion())
                .containsEntry("creationTimestamp", stored.getMetadata().getCreationTimestamp())
                .containsKeys("managedFields", "finalizers", "ownerReferences");
        assertThat(withoutServerFields(back)).isEqualTo(value);
        assertThat(back).isInstanceOf(typeOf(value));
    }

    @ParameterizedTest
    @FieldSource("DOCUMENTS")
    void addTree_resourceOfTheClient_isRead(String document) {
        SmiResource value = read(document);
        GenericKubernetesResource stored = store(value);

        ResourceSet set = ResourceSet.builder().addTree(map(stored)).build();

        assertThat(set.diagnostics()).isEmpty();
        assertThat(set.resources()).containsExactly(serialization.convertValue(stored, SmiResource.class));
        assertThat(set.otherResources()).isEmpty();
    }

    @Test
    void addTree_listOfTheClient_isReadItemByItem() {
        List<SmiResource> values = Documents.ALL.stream()
                .map(MockClusterTest::read)
                .filter(value -> value.apiVersion().equals("split.smi-spec.io/v1alpha4"))
                .toList();
        values.forEach(MockClusterTest::store);

        ResourceSet set = ResourceSet.builder()
                .addTree(map(client.genericKubernetesResources(context(values.get(0)))
                        .inNamespace("shop")
                        .list()))
                .build();

        assertThat(values).isNotEmpty();
        assertThat(set.diagnostics()).isEmpty();
        assertThat(set.resources().stream()
                        .map(MockClusterTest::withoutServerFields)
                        .toList())
                .containsExactlyInAnyOrderElementsOf(values);
    }

    private static SmiResource read(String document) {
        return SmiResource.fromTree(map(serialization.unmarshal(document, Map.class)));
    }

    /** Creates the resource unless another test has, and gets it. */
    private static GenericKubernetesResource store(SmiResource value) {
        var resources = client.genericKubernetesResources(context(value)).inNamespace("shop");
        String name = value.metadata().displayName();
        if (resources.withName(name).get() == null) {
            resources
                    .resource(serialization.convertValue(value, GenericKubernetesResource.class))
                    .create();
        }
        return resources.withName(name).get();
    }

    private static ResourceDefinitionContext context(SmiResource value) {
        String plural = value.kind().toLowerCase(Locale.ROOT) + "s";
        return new ResourceDefinitionContext.Builder()
                .withGroup(value.resourceKind().group())
                .withVersion(value.apiVersion().substring(value.apiVersion().indexOf('/') + 1))
                .withKind(value.kind())
                .withPlural(plural)
                .withNamespaced(true)
                .build();
    }

    /** The interface that users know the value by. */
    @SuppressWarnings("unchecked") // all of them are resources
    private static Class<? extends SmiResource> typeOf(SmiResource value) {
        return (Class<? extends SmiResource>) value.getClass().getInterfaces()[0];
    }

    private static SmiResource withoutServerFields(SmiResource value) {
        Map<String, Object> tree = new LinkedHashMap<>(value.toTree());
        Map<String, Object> metadata = new LinkedHashMap<>(value.metadata().toTree());
        metadata.keySet().removeAll(OF_THE_SERVER);
        tree.put("metadata", metadata);
        return SmiResource.fromTree(tree);
    }

    @SuppressWarnings("unchecked") // the keys of JSON are strings
    private static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> ? (Map<String, Object>) value : serialization.convertValue(value, Map.class);
    }
}
