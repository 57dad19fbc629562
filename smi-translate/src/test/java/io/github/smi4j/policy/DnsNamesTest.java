package io.github.smi4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as Kubernetes accepts them. */
class DnsNamesTest {
    private static final String LONGEST = "a".repeat(63);

    @ParameterizedTest
    @ValueSource(strings = {"a", "z", "0", "9", "a-z", "web-v1", "0a9", "a--b"})
    void isLabel_ofLettersDigitsAndHyphens_isTrue(String text) {
        assertThat(DnsNames.isLabel(text)).isTrue();
        assertThat(DnsNames.isSubdomain(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-a", "a-", "-", "A", "aB", "Z", "a.b", "a_b", "a b", "ä", "aäb", "`", "{", "/", ":", "*"})
    void isLabel_ofAnythingElse_isFalse(String text) {
        assertThat(DnsNames.isLabel(text)).isFalse();
    }

    @Test
    void isLabel_isOfAtMost63Characters() {
        assertThat(DnsNames.isLabel(LONGEST)).isTrue();
        assertThat(DnsNames.isLabel(LONGEST + "a")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "cluster.local", "0.1.2", "a-b.c-d"})
    void isSubdomain_ofLabelsAndDots_isTrue(String text) {
        assertThat(DnsNames.isSubdomain(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "a.-b", "a.B", "a_b.c"})
    void isSubdomain_ofAnythingElse_isFalse(String text) {
        assertThat(DnsNames.isSubdomain(text)).isFalse();
    }

    @Test
    void isSubdomain_isOfAtMost253CharactersIn63Each() {
        String four = (LONGEST + ".").repeat(3) + "a".repeat(61);
        assertThat(four).hasSize(253);
        assertThat(DnsNames.isSubdomain(four)).isTrue();
        assertThat(DnsNames.isSubdomain(four + "a")).isFalse();
        assertThat(DnsNames.isSubdomain(LONGEST + "a.b")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "App", "A", "Z", "a.b", "a_b", "a-b", "9", "a.b/App", "app.kubernetes.io/name"})
    void isLabelKey_ofANameWithOrWithoutADomain_isTrue(String text) {
        assertThat(DnsNames.isLabelKey(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a/", "/a", "a/b/c", "A.b/c", "-a", "a-", "a b", "_a", "a_", "@", "[", "a.b/-c"})
    void isLabelKey_ofAnythingElse_isFalse(String text) {
        assertThat(DnsNames.isLabelKey(text)).isFalse();
    }

    @Test
    void isLabelKey_isOfAtMost63CharactersBehindItsDomain() {
        assertThat(DnsNames.isLabelKey(LONGEST)).isTrue();
        assertThat(DnsNames.isLabelKey("example.com/" + LONGEST)).isTrue();
        assertThat(DnsNames.isLabelKey(LONGEST + "a")).isFalse();
        assertThat(DnsNames.isLabelKey("example.com/" + LONGEST + "a")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "A.b_c-D", "1.2.3"})
    void isLabelValue_ofANameOrNothing_isTrue(String text) {
        assertThat(DnsNames.isLabelValue(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", " ", "-a", "a.", "*", "a*b", "ä"})
    void isLabelValue_ofAnythingElse_isFalse(String text) {
        assertThat(DnsNames.isLabelValue(text)).isFalse();
    }

    @Test
    void isLabelValue_isOfAtMost63Characters() {
        assertThat(DnsNames.isLabelValue(LONGEST)).isTrue();
        assertThat(DnsNames.isLabelValue(LONGEST + "a")).isFalse();
    }
}
