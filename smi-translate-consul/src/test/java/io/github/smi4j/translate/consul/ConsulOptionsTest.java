package io.github.smi4j.translate.consul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.smi4j.policy.OptionKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsulOptionsTest {
    private static OptionKey<?> key(String name) {
        return ConsulOptions.KEYS.stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "edition, community",
        "edition, enterprise",
        "acls, true",
        "acls, false",
        "namespace-mirroring, false",
        "namespace-prefix, ''",
        "namespace-prefix, k8s-",
        "namespace-prefix, abcdefghijabcdefghijabcdefghijabcdefghij",
        "default-policy, deny",
        "default-policy, allow",
        "service-defaults, generate",
        "service-defaults, require",
        "service-defaults, verify",
        "unknown-protocol, tcp",
        "unknown-protocol, http",
        "transparent-proxy, false",
        "visible-roots, true",
        "output, crd",
        "output, native",
        "datacenter, ''",
        "datacenter, az_09-dc",
        "datacenter, abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcd"
    })
    void parse_whatIsExpected_readsIt(String name, String text) {
        assertThat(key(name).parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "edition, Enterprise, community or enterprise",
        "edition, '', community or enterprise",
        "acls, yes, true or false",
        "acls, TRUE, true or false",
        "namespace-prefix, -k8s, 'the beginning of a DNS label, for example k8s-'",
        "namespace-prefix, K8S, 'the beginning of a DNS label, for example k8s-'",
        "namespace-prefix, abcdefghijabcdefghijabcdefghijabcdefghijk, 'the beginning of a DNS label, for example k8s-'",
        "default-policy, none, deny or allow",
        "service-defaults, generated, 'generate, require or verify'",
        "unknown-protocol, grpc, tcp or http",
        "output, json, crd or native",
        "datacenter, DC1, 'a name of lower-case letters, digits, - and _'",
        "datacenter, dc.1, 'a name of lower-case letters, digits, - and _'",
        "datacenter, dc{, 'a name of lower-case letters, digits, - and _'",
        "datacenter, abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcde, "
                + "'a name of lower-case letters, digits, - and _'"
    })
    void parse_anythingElse_saysWhatIsExpected(String name, String text, String expected) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key(name).parse(text))
                .withMessage("option " + name + " must be " + expected + ", was \"" + text + "\"");
    }

    @Test
    void defaultValue_ofEach_isThatOfAConsulWithAcls() {
        assertThat(ConsulOptions.KEYS.stream().map(OptionKey::defaultValue).map(String::valueOf))
                .isEqualTo(List.of(
                        "community", "true", "true", "", "deny", "generate", "tcp", "true", "false", "crd", ""));
    }

    @Test
    void options_ofTheTranslator_areAllOfThem() {
        assertThat(ConsulTranslator.create().options()).isEqualTo(ConsulOptions.KEYS);
        assertThat(ConsulTranslator.create().meshName()).isEqualTo("consul");
    }
}
