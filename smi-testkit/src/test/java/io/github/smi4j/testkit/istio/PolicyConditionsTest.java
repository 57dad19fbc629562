package io.github.smi4j.testkit.istio;

import static io.github.smi4j.testkit.istio.Shop.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.testkit.mesh.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the conditions of a rule ask of a request. */
class PolicyConditionsTest {
    private static Outcome decide(String conditions, String request) {
        return Shop.with(policy("{rules: [{when: [" + conditions + "]}]}")).decide(request);
    }

    private static String condition(String key, String values) {
        return "{key: 'request.headers[" + key + "]', " + values + "}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    values: [red]            | x-a=red     | ALLOWED
                    values: [red]            | x-a=reddish | DENIED
                    values: [red]            | x-a=RED     | DENIED
                    values: [red]            | x-b=red     | DENIED
                    values: [red, blue]      | x-a=blue    | ALLOWED
                    values: ['red*']         | x-a=reddish | ALLOWED
                    values: ['red*']         | x-a=infra   | DENIED
                    values: ['*red']         | x-a=infrared| ALLOWED
                    values: ['*red']         | x-a=reds    | DENIED
                    values: ['r*d']          | x-a=red     | DENIED
                    values: ['*']            | x-a=any     | ALLOWED
                    values: ['*']            | x-a=        | ALLOWED
                    values: ['*']            | x-b=any     | DENIED
                    values: ['red*']         | x-b=any     | DENIED
                    notValues: [red]         | x-a=red     | DENIED
                    notValues: [red]         | x-a=blue    | ALLOWED
                    notValues: [red]         | x-b=red     | ALLOWED
                    notValues: ['*']         | x-b=red     | ALLOWED
                    notValues: ['*']         | x-a=        | DENIED
                    notValues: [red, 'b*']   | x-a=blue    | DENIED
                    """)
    void header_isComparedWholeByOneEndOrByPresence(String values, String header, Outcome outcome) {
        assertThat(decide(condition("x-a", values), "GET / " + header)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"reds, ALLOWED", "red, DENIED", "blue, DENIED"})
    void condition_withValuesAndNotValues_needsBoth(String value, Outcome outcome) {
        assertThat(decide(condition("x-a", "values: ['red*'], notValues: [red]"), "GET / x-a=" + value))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"x-a=a x-b=b, ALLOWED", "x-a=a, DENIED", "x-b=b, DENIED"})
    void when_severalConditions_needsAllOfThem(String headers, Outcome outcome) {
        String conditions = condition("x-a", "values: [a]") + ", " + condition("x-b", "values: [b]");
        assertThat(decide(conditions, "GET / " + headers)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"a.b, ALLOWED", "a.c, DENIED", "c.b, DENIED"})
    void when_oneKeyTwice_needsBoth(String value, Outcome outcome) {
        String conditions = condition("x-a", "values: ['a*']") + ", " + condition("x-a", "values: ['*b']");
        assertThat(decide(conditions, "GET / x-a=" + value)).isEqualTo(outcome);
    }

    @Test
    void header_name_isNotCaseSensitive() {
        assertThat(decide(condition("X-A", "values: [a]"), "GET / x-a=a")).isEqualTo(Outcome.ALLOWED);
        assertThat(decide(condition("x-a", "values: [a]"), "GET / X-A=a")).isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({":authority", "host"})
    void header_host_isTheAuthority(String name) {
        assertThat(decide(condition(name, "values: [web]"), "GET / Host=web")).isEqualTo(Outcome.ALLOWED);
        assertThat(decide(condition(name, "values: [web]"), "GET / Host=api")).isEqualTo(Outcome.DENIED);
        assertThat(decide(condition(name, "values: [web]"), "GET /")).isEqualTo(Outcome.DENIED);
    }

    @Test
    void destinationPort_isThatOfTheWorkload() {
        assertThat(decide("{key: destination.port, values: ['8080']}", "GET /")).isEqualTo(Outcome.ALLOWED);
        assertThat(decide("{key: destination.port, values: ['80']}", "GET /")).isEqualTo(Outcome.DENIED);
        assertThat(decide("{key: destination.port, notValues: ['8080']}", "GET /"))
                .isEqualTo(Outcome.DENIED);
    }
}
