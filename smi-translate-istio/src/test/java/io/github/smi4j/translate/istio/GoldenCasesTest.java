package io.github.smi4j.translate.istio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.policy.AccessCode;
import io.github.smi4j.policy.PolicyCode;
import io.github.smi4j.testkit.GoldenCase;
import io.github.smi4j.testkit.GoldenCasesContractTest;
import io.github.smi4j.translate.spi.MeshTranslator;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Small inputs with the whole output and all findings. */
class GoldenCasesTest extends GoldenCasesContractTest {
    @Override
    protected MeshTranslator translator() {
        return IstioTranslator.create();
    }

    @Test
    void codes_ofMeaningAndOfIstio_areEachRaisedByACase() {
        List<GoldenCase> cases = GoldenCase.in(root());
        assertThat(cases).hasSizeGreaterThan(100);
        Set<String> raised = cases.stream()
                .flatMap(golden -> golden.text(GoldenCase.DIAGNOSTICS).lines())
                .filter(line -> !line.startsWith(" "))
                .map(line -> line.split("[ :]")[1])
                .collect(Collectors.toSet());
        Stream<DiagnosticCode> codes = Stream.<DiagnosticCode[]>of(
                        PolicyCode.values(), AccessCode.values(), IstioCode.values())
                .flatMap(Arrays::stream);
        // Text with a header twice is refused when it is read (SMI1110); only built values get that far.
        assertThat(codes.map(DiagnosticCode::id).filter(id -> !raised.contains(id)))
                .containsExactly(PolicyCode.HEADER_TWICE.id());
    }
}
