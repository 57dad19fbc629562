package io.github.smi4j.it.istio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.it.SharedFiles;
import io.github.smi4j.it.output.ClosedSchemas;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.testkit.istio.IstioModel;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules and the closed schema that output is checked by do catch what they are there for. */
class VirtualServiceRulesTest {
    private static final String VALID = """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: web, namespace: shop}
            spec:
              hosts: [web.shop.svc.cluster.local]
              http:
              - match:
                - port: 80
                  uri: {regex: '/api/.*'}
                  method: {exact: GET}
                  headers: {x-canary: {prefix: yes-}}
                route:
                - {destination: {host: web-v1.shop.svc.cluster.local, port: {number: 80}}, weight: 90}
                - {destination: {host: web-v2.shop.svc.cluster.local, port: {number: 80}}, weight: 10}
              - match: [{port: 80}]
                route:
                - {destination: {host: web.shop.svc.cluster.local, port: {number: 80}}}
              tcp:
              - match: [{port: 5432}]
                route:
                - {destination: {host: db.shop.svc.cluster.local, port: {number: 5432}}}
            """;

    @Test
    void rules_validService_findNothing() {
        assertThat(IstioModel.create().faults(tree(VALID))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '"', textBlock = """
                    [web.shop.svc.cluster.local]    > []                                > hosts is empty
                    [web.shop.svc.cluster.local]    > [a.b, a.b]                        > hosts has a host twice
                    [web.shop.svc.cluster.local]    > [web]                             > host web is not
                    [web.shop.svc.cluster.local]    > [Web.shop]                        > host Web.shop is not
                    [web.shop.svc.cluster.local]    > [10.0.0.1]                        > host 10.0.0.1 is not
                    [web.shop.svc.cluster.local]    > ['*']                             > host * is not
                    name: web,                      > name: web_1,                      > metadata.name
                    host: web-v1.shop               > host: web-v1-.shop                > host web-v1-.shop
                    port: 80                        > port: 0                           > port 0 is not
                    port: 5432                      > port: 65536                       > port 65536 is not
                    {number: 5432}                  > {number: 70000}                   > port 70000 is not
                    weight: 90                      > weight: -90                       > a weight is negative
                    weight: 90                      > weight: 2147483647                > the weights sum to 2147483657
                    ", weight: 90"                  > ", weight: -10"                   > the weights sum to 0
                    x-canary                        > X-Canary                          > header name X-Canary
                    x-canary                        > 'x canary'                        > header name x canary
                    x-canary                        > host                              > header name host is reserved
                    prefix: yes-                    > prefix: ''                        > header x-canary has an empty prefix
                    exact: GET                      > prefix: ''                        > method has an empty prefix
                    exact: GET                      > "exact: GET, regex: GET"          > method is not one of
                    prefix: yes-                    > present: true                     > header x-canary is not one of
                    '/api/.*'                       > '/api(?=x)'                       > uri has a regex that is not RE2
                    '/api/.*'                       > ''                                > uri has an empty regex
                    match: [{port: 80}]             > match: [{port: 80}, {port: 80}]   > is there twice
                    match: [{port: 80}]             > match: [{}]                       > match block is empty
                    match: [{port: 5432}]           > match: [{port: 1}, {port: 1}]     > is there twice
                    """)
    void rules_oneThingWrong_findIt(String valid, String wrong, String fault) {
        assertThat(VALID).contains(valid);

        assertThat(IstioModel.create().faults(tree(VALID.replace(valid, wrong))))
                .anyMatch(found -> found.contains(fault));
    }

    @Test
    void rules_longRegex_countBytes() {
        String longest = "/" + "é".repeat(511) + "a";

        assertThat(IstioModel.create().faults(tree(VALID.replace("/api/.*", longest))))
                .isEmpty();
        assertThat(IstioModel.create().faults(tree(VALID.replace("/api/.*", longest + "a"))))
                .containsExactly("uri has a regex of more than 1024 bytes");
    }

    @Test
    void rules_routesMissing_findIt() {
        assertThat(IstioModel.create().faults(tree(VALID.replaceAll("(?s)  http:.*", ""))))
                .containsExactly("there is no route");
        assertThat(IstioModel.create().faults(tree(VALID.replaceAll("(?s)    route:\n.*", "    timeout: 1s\n"))))
                .containsExactly("a route has no destination");
    }

    @Test
    void rules_routeAfterCatchAll_findIt() {
        assertThat(IstioModel.create().faults(tree(VALID.replaceFirst("(?s)- match:\n.*?    route:", "- route:"))))
                .containsExactly("a route follows one that takes every request");
    }

    @Test
    void schema_validService_findsNothing() throws IOException {
        assertThat(schemas().faults(tree(VALID))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "weight: 90 > weight: '90'",
                "weight: 90 > share: 90",
                "number: 80 > number: 80, protocol: TCP",
                "regex: > pattern:",
                "exact: GET > exact: GET, regex: GET",
                "http: > routes:",
                "host: db > subset: db",
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

    private static Map<String, Object> tree(String yaml) {
        List<Map<String, Object>> trees = ManifestReader.create().read(yaml, "test").manifests().stream()
                .map(manifest -> manifest.toTree())
                .toList();
        assertThat(trees).hasSize(1);
        return trees.get(0);
    }
}
