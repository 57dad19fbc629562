package io.github.smi4j.translate.linkerd.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.translate.linkerd.gateway.HTTPRouteMatch;
import io.github.smi4j.translate.linkerd.gateway.HTTPRouteRule;
import io.github.smi4j.translate.linkerd.gateway.PathMatch;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RootRoutesTest {
    /** The limits of the Gateway API: a route that is over them would be refused as a whole. */
    @ParameterizedTest
    @CsvSource({"1, 1, true", "16, 8, true", "17, 1, false", "16, 9, false", "2, 64, true", "3, 43, false"})
    void fit_rulesAndMatches_areLimited(int rules, int matches, boolean fit) {
        HTTPRouteRule rule = HTTPRouteRule.builder()
                .matches(Collections.nCopies(
                        matches, HTTPRouteMatch.builder().path(PathMatch.ANY).build()))
                .build();
        assertThat(RootRoutes.fit(IntStream.range(0, rules).mapToObj(i -> rule).toList()))
                .isEqualTo(fit);
    }
}
