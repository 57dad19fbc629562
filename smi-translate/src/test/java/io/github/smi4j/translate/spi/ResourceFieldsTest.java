package io.github.smi4j.translate.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.model.OtherResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fields of resources without a type. */
class ResourceFieldsTest {
    private static OtherResource resource(Map<String, Object> metadata) {
        return OtherResource.of(Map.of(
                "apiVersion", "mesh.example/v1", "kind", "Gate", "metadata", metadata, "spec", Map.of("open", true)));
    }

    @Test
    void fields_ofTheirTypes_areRead() {
        Map<String, Object> tree = Map.of("text", "a", "list", List.of(1, Map.of("b", 2)), "object", Map.of("c", 3));

        assertThat(ResourceFields.text(tree, "text")).isEqualTo("a");
        assertThat(ResourceFields.list(tree, "list")).hasSize(2);
        assertThat(ResourceFields.objects(tree, "list").toList()).isEqualTo(List.of(Map.of("b", 2)));
        assertThat(ResourceFields.object(tree, "object")).isEqualTo(Map.of("c", 3));
    }

    @Test
    void fields_ofOtherTypesOrAbsent_areEmpty() {
        Map<String, Object> tree = Map.of("number", 1);

        for (String field : List.of("number", "none")) {
            assertThat(ResourceFields.text(tree, field)).isEmpty();
            assertThat(ResourceFields.list(tree, field)).isEmpty();
            assertThat(ResourceFields.objects(tree, field)).isEmpty();
            assertThat(ResourceFields.object(tree, field)).isEmpty();
        }
    }

    @Test
    void metadataAndSpec_areThoseOfTheResource() {
        OtherResource resource = resource(Map.of("name", "a"));

        assertThat(ResourceFields.metadata(resource)).isEqualTo(Map.of("name", "a"));
        assertThat(ResourceFields.spec(resource)).isEqualTo(Map.of("open", true));
    }

    @Test
    void isOurs_isWhatTheLabelSays() {
        assertThat(ResourceFields.isOurs(resource(Map.of("labels", Map.of(ResourceFields.MANAGED_BY, "smi4j")))))
                .isTrue();
        assertThat(ResourceFields.isOurs(resource(Map.of("labels", Map.of(ResourceFields.MANAGED_BY, "Helm")))))
                .isFalse();
        assertThat(ResourceFields.isOurs(resource(Map.of("labels", "smi4j")))).isFalse();
        assertThat(ResourceFields.isOurs(resource(Map.of("name", "a")))).isFalse();
    }
}
