package io.github.smi4j.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyOptionsTest {
    @Test
    void defaults_areThoseOfKubernetes() {
        assertThat(PolicyOptions.defaults().defaultNamespace()).isEqualTo("default");
        assertThat(PolicyOptions.defaults().clusterDomain()).isEqualTo("cluster.local");
    }

    @Test
    void set_byKeyAndByText_isTheSame() {
        PolicyOptions byKey = PolicyOptions.builder()
                .set(PolicyOptions.DEFAULT_NAMESPACE, "team-a")
                .set(PolicyOptions.CLUSTER_DOMAIN, "corp.example")
                .build();
        PolicyOptions byText = PolicyOptions.builder()
                .set("default-namespace", "team-a")
                .set("cluster-domain", "corp.example")
                .build();
        assertThat(byKey.defaultNamespace())
                .isEqualTo(byText.defaultNamespace())
                .isEqualTo("team-a");
        assertThat(byKey.clusterDomain()).isEqualTo(byText.clusterDomain()).isEqualTo("corp.example");
    }

    @Test
    void set_unknownName_listsTheKnown() {
        assertThatThrownBy(() -> PolicyOptions.builder().set("namespace", "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no option \"namespace\"; the options are cluster-domain, default-deny,"
                        + " default-namespace, mtls, partial-inventory, trust-domain, workload-label");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Shop", "a.b", "-a", "a-", "*"})
    void set_aTextThatIsNoNamespace_saysWhatIsExpected(String text) {
        assertThatThrownBy(() -> PolicyOptions.builder().set("default-namespace", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "option default-namespace must be a namespace: lower-case letters, digits and hyphens, at most"
                                + " 63, was \"" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cluster.local.", ".local", "Cluster.Local", "a..b"})
    void set_aTextThatIsNoDomain_saysWhatIsExpected(String text) {
        assertThatThrownBy(() -> PolicyOptions.builder().set("cluster-domain", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "option cluster-domain must be a DNS name in lower case of at most 120 characters, for example"
                                + " cluster.local, was \"" + text + "\"");
    }

    @Test
    void set_aDomainThatLeavesNoRoomForNames_isRefused() {
        String longest = "a.".repeat(59) + "ab";
        assertThat(PolicyOptions.builder()
                        .set("cluster-domain", longest)
                        .build()
                        .clusterDomain())
                .hasSize(120);
        assertThatThrownBy(() -> PolicyOptions.builder().set("cluster-domain", longest + "c"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void set_null_throws() {
        assertThatThrownBy(() -> PolicyOptions.builder().set(PolicyOptions.CLUSTER_DOMAIN, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("value");
    }
}
