package io.github.smi4j.translate.consul.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConsulNameTest {
    @Test
    void name_withoutANamespace_isTheNameAlone() {
        ConsulName name = new ConsulName("", "web");
        assertThat(name).hasToString("web");
        assertThat(name.consulNamespace()).isEmpty();
    }

    @Test
    void name_withANamespace_isBoth() {
        ConsulName name = new ConsulName("shop", "web");
        assertThat(name).hasToString("shop/web");
        assertThat(name.consulNamespace()).contains("shop");
    }

    @Test
    void compareTo_otherNamespace_comesBeforeTheName() {
        ConsulName web = new ConsulName("a", "web");
        assertThat(web).isLessThan(new ConsulName("b", "api")).isGreaterThan(new ConsulName("a", "api"));
        assertThat(web).isEqualByComparingTo(new ConsulName("a", "web"));
    }
}
