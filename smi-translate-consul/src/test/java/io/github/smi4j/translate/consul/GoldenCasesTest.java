package io.github.smi4j.translate.consul;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.testkit.GoldenCase;
import io.github.smi4j.testkit.GoldenCasesContractTest;
import io.github.smi4j.translate.spi.MeshTranslator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Small inputs with the whole output and all findings. */
class GoldenCasesTest extends GoldenCasesContractTest {
    @Override
    protected MeshTranslator translator() {
        return ConsulTranslator.create();
    }

    @Test
    void codes_ofConsul_areEachRaisedByACase() {
        Set<String> raised = GoldenCase.in(root()).stream()
                .flatMap(golden -> golden.text(GoldenCase.DIAGNOSTICS).lines())
                .filter(line -> !line.startsWith(" "))
                .map(line -> line.split("[ :]")[1])
                .collect(Collectors.toSet());
        assertThat(raised)
                .containsAll(
                        Stream.of(ConsulCode.values()).map(DiagnosticCode::id).toList());
    }
}
