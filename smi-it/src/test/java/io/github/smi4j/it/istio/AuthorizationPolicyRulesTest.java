package io.github.smi4j.it.istio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.it.SharedFiles;
import io.github.smi4j.it.output.ClosedSchemas;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.testkit.istio.IstioModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that emitted policies are checked by do catch what they are there for. */
class AuthorizationPolicyRulesTest {
    private static final String VALID = """
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: web, namespace: shop}
            spec:
              selector: {matchLabels: {app: web}}
              action: ALLOW
              rules:
              - from:
                - source: {principals: [cluster.local/ns/shop/sa/web, 'partner.example/*']}
                to:
                - operation: {ports: ['8080'], methods: [GET], paths: ['/a/{*}/b/{**}', '/c*'], notPaths: ['/c']}
                when:
                - {key: 'request.headers[x-team]', values: ['red*'], notValues: ['reddish']}
              - from:
                - source: {serviceAccounts: [shop/web, edge]}
                to:
                - operation: {methods: ['*']}
            """;

    @Test
    void rules_validPolicy_findNothing() throws IOException {
        assertThat(IstioModel.create().faults(tree(VALID))).isEmpty();
        assertThat(schemas().faults(tree(VALID))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spec: {}",
                "spec: {selector: {}}",
                "spec: {selector: {matchLabels: {app: web}}, action: ALLOW}",
                "spec: {action: AUDIT, rules: [{}]}",
                "spec: {action: CUSTOM, provider: {name: x}, rules: [{}]}"
            })
    void rules_validWithoutMuch_findNothing(String spec) throws IOException {
        assertThat(IstioModel.create().faults(withSpec(spec))).isEmpty();
        assertThat(schemas().faults(withSpec(spec))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '"', textBlock = """
                    name: web, namespace            > name: Web, namespace              > metadata.name
                    namespace: shop                 > namespace: ''                     > metadata.namespace
                    "selector: "                    > "targetRefs: [{}]\n  selector: "  > only one of selector
                    {matchLabels: {app: web}}       > {}                                > an empty selector has rules
                    {app: web}                      > {}                                > an empty selector has rules
                    {app: web}                      > {'': web}                         > an empty key
                    {app: web}                      > {app: 'w*'}                       > matchLabels has a star
                    {app: web}                      > {'a*': w}                         > matchLabels has a star
                    {app: web}                      > {app: 1}                          > the value of the label app
                    matchLabels:                    > matchExpressions:                 > selector has the unknown field
                    ALLOW                           > PERMIT                            > action PERMIT
                    ALLOW                           > CUSTOM                            > CUSTOM needs a provider
                    action: ALLOW                   > "provider: {name: x}"             > provider needs the action CUSTOM
                    "rules:"                        > "x: 1\n  rules:"                  > unknown field x
                    "  - from:"                     > "  - x: 1\n    from:"             > a rule has the unknown field x
                    source: {p                      > who: {p                           > from has the unknown field who
                    operation: {p                   > what: {p                          > to has the unknown field what
                    ports:                          > port: 1, ports:                   > an operation has the unknown field port
                    principals:                     > users: [], principals:            > a source has the unknown field users
                    key:                            > name: x, key:                     > a condition has the unknown field name
                    ['8080']                        > []                                > ports is an empty list
                    [GET]                           > []                                > methods is an empty list
                    ['red*']                        > []                                > values is an empty list
                    {methods: ['*']}                > {}                                > an operation is empty
                    {methods: ['*']}                > {methods: []}                     > an operation is empty
                    {serviceAccounts: [shop/web, edge]} > {}                            > a source is empty
                    {serviceAccounts: [shop/web, edge]} > {principals: []}              > a source is empty
                    [GET]                           > ['']                              > methods has an element
                    '/c*'                           > ''                                > paths has an element
                    '8080'                          > 8080                              > port 8080 is not
                    '8080'                          > '65536'                           > port 65536 is not
                    '8080'                          > 'http'                            > port http is not
                    '8080'                          > '-1'                              > port -1 is not
                    '/c*'                           > '/c{x}'                           > the path /c{x} has a brace
                    '/c*'                           > '/c}'                             > the path /c} has a brace
                    '/c*'                           > '/{*}x'                           > the path /{*}x has a brace
                    '/c*'                           > '/{*}/*'                          > the path /{*}/* has a brace
                    '/c*'                           > '//{*}'                           > the path //{*} has a brace
                    '/c*'                           > 'c/{*}'                           > does not begin with a slash
                    '/c*'                           > '/{**}/{*}'                       > an operator after {**}
                    '/c*'                           > '/{**}/c/{**}'                    > an operator after {**}
                    request.headers[x-team]         > request.header[x]                 > the key request.header[x]
                    request.headers[x-team]         > request.headers[]                 > the key request.headers[]
                    request.headers[x-team]         > destination.user                  > the key destination.user
                    request.headers[x-team]         > destination.port                  > port red* is not
                    "values: ['red*'], notValues: ['reddish']" > "x: 1"                 > neither values nor notValues
                    reddish                         > ""                                > notValues has an element
                    cluster.local/ns                > spiffe://cluster.local/ns         > has a scheme
                    cluster.local/ns/shop           > cluster.local/*/shop            > is no SPIFFE id
                    cluster.local/ns/shop/sa/web    > ''                                > principals has an empty text
                    "serviceAccounts:"              > "namespaces: [a], serviceAccounts:" > serviceAccounts cannot be with
                    shop/web                        > a/b/c                             > the service account a/b/c
                    shop/web                        > 'a/*'                             > the service account a/*
                    shop/web                        > /web                              > the service account /web
                    """)
    void rules_oneThingWrong_findIt(String valid, String wrong, String fault) {
        assertThat(VALID).contains(valid);

        assertThat(IstioModel.create().faults(tree(VALID.replace(valid, wrong))))
                .anyMatch(found -> found.contains(fault));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
                    spec: {action: DENY}                            > DENY needs rules
                    spec: {action: DENY, rules: []}                 > DENY needs rules
                    spec: {rules: []}                               > rules is an empty list
                    spec: {rules: [{from: []}]}                     > from is an empty list
                    spec: {rules: [{to: []}]}                       > to is an empty list
                    spec: {rules: [{when: []}]}                     > when is an empty list
                    spec: {rules: [{from: [{}]}]}                   > a source is empty
                    spec: {rules: [{to: [{}]}]}                     > an operation is empty
                    """)
    void rules_oneThingWrongOfLittle_findIt(String spec, String fault) {
        assertThat(IstioModel.create().faults(withSpec(spec))).anyMatch(found -> found.contains(fault));
    }

    @Test
    void rules_dryRun_needsAllowOrDeny() {
        String dry = VALID.replace("namespace: shop", "namespace: shop, annotations: {istio.io/dry-run: 'true'}");

        assertThat(IstioModel.create().faults(tree(dry))).isEmpty();
        assertThat(IstioModel.create().faults(tree(dry.replace("ALLOW", "AUDIT"))))
                .containsExactly("the annotation istio.io/dry-run needs the action ALLOW or DENY");
    }

    @Test
    void rules_limits_areThoseOfTheSchema() throws IOException {
        assertLimit("rules", 512, n -> "spec: {rules: " + list("{}", n) + "}");
        assertLimit("from", 512, n -> "spec: {rules: [{from: " + list("{source: {principals: [a]}}", n) + "}]}");
        assertLimit(
                "serviceAccounts",
                16,
                n -> "spec: {rules: [{from: [{source: {serviceAccounts: " + list("a", n) + "}}]}]}");
        assertLimit(
                "a service account",
                320,
                n -> "spec: {rules: [{from: [{source: {serviceAccounts: [" + "a".repeat(n) + "]}}]}]}");
        assertLimit("the value of the label", 63, n -> "spec: {selector: {matchLabels: {app: " + "a".repeat(n) + "}}}");
        assertLimit(
                "targetRefs", 16, n -> "spec: {targetRefs: " + list("{group: '', kind: Service, name: a}", n) + "}");
    }

    private static void assertLimit(String what, int most, IntFunction<String> spec) throws IOException {
        assertThat(IstioModel.create().faults(withSpec(spec.apply(most)))).isEmpty();
        assertThat(schemas().faults(withSpec(spec.apply(most)))).isEmpty();
        assertThat(IstioModel.create().faults(withSpec(spec.apply(most + 1))))
                .anyMatch(fault -> fault.startsWith(what));
        assertThat(schemas().faults(withSpec(spec.apply(most + 1)))).isNotEmpty();
    }

    private static String list(String item, int count) {
        return "[" + String.join(", ", new ArrayList<>(Collections.nCopies(count, item))) + "]";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '"', textBlock = """
                    "selector: {matchLabels: {app: web}}"   > ""                        > rules without a selector
                    "action: ALLOW"                         > ""                        > does not say ALLOW
                    ", methods: [GET], paths: ['/a']"       > ""                        > mixes tests of requests
                    "methods: ['*'], "                      > ""                        > mixes tests of requests
                    "ports: ['80'], "                       > ""                        > an operation has no ports
                    "principals: [a]"                       > "namespaces: [a]"         > a source has no principals
                    "from: [{source: {principals: [a]}}]"   > "x: 1"                    > a rule has no from
                    "to: [{operation: {ports: ['81']}}]"    > "x: 1"                    > no to
                    """)
    void emittedRules_oneThingWrong_findIt(String valid, String wrong, String fault) {
        String emitted = """
                apiVersion: security.istio.io/v1
                kind: AuthorizationPolicy
                metadata: {name: web, namespace: shop}
                spec:
                  selector: {matchLabels: {app: web}}
                  action: ALLOW
                  rules:
                  - from: [{source: {principals: [a]}}]
                    to:
                    - operation: {ports: ['80'], methods: [GET], paths: ['/a']}
                    - operation: {methods: ['*'], ports: ['80']}
                    when: [{key: 'request.headers[a]', values: [b]}]
                  - from: [{source: {principals: [a]}}]
                    to: [{operation: {ports: ['81']}}]
                """;
        assertThat(emitted).contains(valid);
        assertThat(EmittedPolicyRules.faults(tree(emitted))).isEmpty();

        assertThat(EmittedPolicyRules.faults(tree(emitted.replace(valid, wrong))))
                .anyMatch(found -> found.contains(fault));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ports: ['8080'] > ports: [8080]",
                "methods: [GET] > methods: GET",
                "paths: > path:",
                "principals: > users:",
                "ALLOW > PERMIT",
                "to: > tos:",
                "v1\n > v2\n"
            })
    void schema_oneThingWrong_findsIt(String edit) throws IOException {
        String[] parts = edit.split(" > ");
        assertThat(VALID).contains(parts[0]);

        assertThat(schemas().faults(tree(VALID.replace(parts[0], parts[1])))).isNotEmpty();
    }

    private static ClosedSchemas schemas() throws IOException {
        return new ClosedSchemas(SharedFiles.folder("crds/istio"));
    }

    private static Map<String, Object> withSpec(String spec) {
        return tree(VALID.replaceAll("(?s)spec:.*", "") + spec);
    }

    private static Map<String, Object> tree(String yaml) {
        List<Map<String, Object>> trees = ManifestReader.create().read(yaml, "test").manifests().stream()
                .map(manifest -> manifest.toTree())
                .toList();
        assertThat(trees).hasSize(1);
        return trees.get(0);
    }
}
