package io.github.smi4j.validation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.validation.Manifests;
import io.github.smi4j.validation.SmiValidator;
import io.github.smi4j.validation.ValidationCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that are plain names and go on. */
class OpenPathRuleTest {
    private static String group(String pattern) {
        return Manifests.group("api", "{name: one, methods: [GET]}", "{name: two, pathRegex: '" + pattern + "'}");
    }

    @Test
    void check_aPlainPath_isFoundWithALongerName() {
        assertThat(Manifests.lines(ValidationCode.PATH_OPEN, group("/api")))
                .containsExactly("INFO SMI2210 input.yaml:8:28 HTTPRouteGroup shop/api spec.matches[1].pathRegex:"
                        + " also matches \"/apix\", not \"/api\" alone");
    }

    @Test
    void check_aFlatDocument_isLocatedInItsOwnShape() {
        assertThat(Manifests.lines(ValidationCode.PATH_OPEN, """
                apiVersion: specs.smi-spec.io/v1alpha1
                kind: HTTPRouteGroup
                metadata: {name: api, namespace: shop}
                matches:
                - name: all
                  pathRegex: /api
                """))
                .containsExactly("INFO SMI2210 input.yaml:6:14 HTTPRouteGroup shop/api matches[0].pathRegex:"
                        + " also matches \"/apix\", not \"/api\" alone");
    }

    @Test
    void check_byDefault_isOff() {
        SmiValidator validator = SmiValidator.create();
        assertThat(Manifests.lines(validator, Manifests.read(group("/api"))))
                .noneMatch(line -> line.contains("SMI2210"));
    }

    @ParameterizedTest
    @CsvSource({"^/api, /api", "/a/b, /a/b", "/v1\\.2, /v1.2"})
    void check_whateverIsThatName_isFound(String pattern, String name) {
        assertThat(Manifests.lines(ValidationCode.PATH_OPEN, group(pattern)))
                .hasSize(1)
                .first()
                .asString()
                .endsWith("also matches \"" + name + "x\", not \"" + name + "\" alone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api$",
                "/api(/.*)?$",
                "/",
                "/api/",
                ".*",
                "/a|/b",
                "/[a-z]+",
                "api",
                "/api(",
                "/api/.*",
                "/api.*"
            })
    void check_whatIsClosedOrNoName_isNotFound(String pattern) {
        assertThat(Manifests.lines(ValidationCode.PATH_OPEN, group(pattern))).isEmpty();
    }

    @Test
    void check_anotherKind_isNotFound() {
        assertThat(Manifests.lines(ValidationCode.PATH_OPEN, Manifests.route("TCPRoute", "api", "80")))
                .isEmpty();
    }
}
