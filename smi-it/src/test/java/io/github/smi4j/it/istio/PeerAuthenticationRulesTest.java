package io.github.smi4j.it.istio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.it.SharedFiles;
import io.github.smi4j.it.output.ClosedSchemas;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.testkit.istio.IstioModel;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that emitted resources are checked by do catch what they are there for. */
class PeerAuthenticationRulesTest {
    private static final String VALID = """
            apiVersion: security.istio.io/v1
            kind: PeerAuthentication
            metadata: {name: default, namespace: shop}
            spec:
              selector: {matchLabels: {app: web}}
              mtls: {mode: STRICT}
              portLevelMtls: {'8080': {mode: DISABLE}}
            """;

    @Test
    void rules_validResource_findNothing() throws IOException {
        assertThat(IstioModel.create().faults(tree(VALID))).isEmpty();
        assertThat(new ClosedSchemas(SharedFiles.folder("crds/istio")).faults(tree(VALID)))
                .isEmpty();
        assertThat(IstioModel.create().faults(tree(VALID.replaceAll("(?s)spec:.*", "spec: {mtls: {mode: STRICT}}"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '"', textBlock = """
                    name: default                   > name: default_1                   > metadata.name
                    namespace: shop                 > "namespace: shop, annotations: {istio.io/dry-run: 'true'}" > dry-run
                    namespace: shop                 > namespace: a.b                    > metadata.namespace
                    {app: web}                      > {}                                > portLevelMtls needs a selector
                    "selector: {matchLabels: {app: web}}" > ""                          > portLevelMtls needs a selector
                    {app: web}                      > {app: '*'}                        > matchLabels has a star
                    matchLabels:                    > labels:                           > selector has the unknown field labels
                    {'8080': {mode: DISABLE}}       > {}                                > portLevelMtls has no port
                    8080                            > 0                                 > port 0 is not
                    8080                            > 65536                             > port 65536 is not
                    8080                            > http                              > port http is not
                    STRICT                          > MUTUAL                            > the mode MUTUAL
                    DISABLE                         > OFF                               > the mode
                    "mtls: {mode: STRICT}"          > "tls: {mode: STRICT}"             > unknown field tls
                    """)
    void rules_oneThingWrong_findIt(String valid, String wrong, String fault) {
        assertThat(VALID).contains(valid);

        assertThat(IstioModel.create().faults(tree(VALID.replace(valid, wrong))))
                .anyMatch(found -> found.contains(fault));
    }

    private static Map<String, Object> tree(String yaml) {
        return ManifestReader.create().read(yaml, "test").manifests().get(0).toTree();
    }
}
