package io.github.smi4j.testkit.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterStyleTest {
    @Test
    void settings_areACopyThatCannotBeChanged() {
        Map<String, String> settings = new HashMap<>(Map.of("edition", "enterprise"));
        ClusterStyle style = new ClusterStyle(manifests -> manifests, settings);
        settings.put("acls", "false");
        assertThat(style.settings()).containsExactly(Map.entry("edition", "enterprise"));
        assertThatThrownBy(() -> style.settings().put("acls", "false"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void asDrawn_keepsTheClusterAndSetsNothing() {
        List<Map<String, Object>> manifests = List.of(Map.of("kind", "Pod"));
        assertThat(ClusterStyle.AS_DRAWN.cluster().apply(manifests)).isEqualTo(manifests);
        assertThat(ClusterStyle.AS_DRAWN.settings()).isEmpty();
    }

    @Test
    void null_isRefused() {
        assertThatThrownBy(() -> new ClusterStyle(null, Map.of()))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("cluster");
        assertThatThrownBy(() -> new ClusterStyle(manifests -> manifests, null))
                .isInstanceOf(NullPointerException.class);
    }
}
