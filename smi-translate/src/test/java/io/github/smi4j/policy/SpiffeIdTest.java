package io.github.smi4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.inventory.ServiceAccountName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SPIFFE ids as their specification has them. */
class SpiffeIdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cluster.local/ns/shop/sa/web",
                "a/b",
                "z9.a-b_c/A.Z-a_z/0/9",
                "0/.../.a/a.",
                "partner.example/billing"
            })
    void parse_anId_isTheSameWithItsScheme(String text) {
        assertThat(SpiffeId.parse(text)).hasValueSatisfying(id -> assertThat(id).hasToString("spiffe://" + text));
        assertThat(SpiffeId.parse("spiffe://" + text)).isEqualTo(SpiffeId.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cluster.local",
                "spiffe://cluster.local",
                "cluster.local/",
                "/ns/shop",
                "Cluster.local/a",
                "cluster.local:80/a",
                "user@cluster.local/a",
                "a/b/",
                "a//b",
                "a/.",
                "a/../b",
                "a/*",
                "a/b c",
                "a/ä",
                "a/b?c",
                "a/@",
                "a/[",
                "a/`",
                "a/{",
                "a/:",
                "`/a",
                "{/a",
                ":/a",
                "https://a/b"
            })
    void parse_aTextThatIsNone_isAbsent(String text) {
        assertThat(SpiffeId.parse(text)).isEmpty();
    }

    @Test
    void parse_anId_isOfAtMost2048Characters() {
        String longest = "a/" + "b".repeat(2048 - "spiffe://a/".length());

        assertThat(SpiffeId.parse(longest)).isPresent();
        assertThat(SpiffeId.parse("spiffe://" + longest)).isPresent();
        assertThat(SpiffeId.parse(longest + "b")).isEmpty();
        assertThat(SpiffeId.parse("spiffe://" + longest + "b")).isEmpty();
    }

    @Test
    void isTrustDomain_isOfAtMost255Characters() {
        assertThat(SpiffeId.isTrustDomain("a".repeat(255))).isTrue();
        assertThat(SpiffeId.isTrustDomain("a".repeat(256))).isFalse();
        assertThat(SpiffeId.isTrustDomain("")).isFalse();
    }

    @Test
    void serviceAccount_ofAPathOfOne_isItsNamespaceAndName() {
        assertThat(SpiffeId.parse("any.domain/ns/shop/sa/web.v1").orElseThrow().serviceAccount())
                .contains(new ServiceAccountName("shop", "web.v1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/ns/shop/sa",
                "a/ns/shop/sa/web/v1",
                "a/namespace/shop/sa/web",
                "a/ns/shop/account/web",
                "a/ns/Shop/sa/web",
                "a/ns/shop.a/sa/web",
                "a/ns/shop/sa/Web"
            })
    void serviceAccount_ofAnyOtherPath_isAbsent(String text) {
        assertThat(SpiffeId.parse(text).orElseThrow().serviceAccount()).isEmpty();
    }
}
