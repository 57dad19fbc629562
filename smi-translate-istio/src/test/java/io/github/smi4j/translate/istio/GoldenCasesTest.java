package io.github.smi4j.translate.istio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.policy.AccessCode;
import io.github.smi4j.policy.PolicyCode;
import io.github.smi4j.translate.Translation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small inputs with the whole output and all findings; {@code -Dsmi4j.update=true} rewrites what is expected. */
class GoldenCasesTest {
    private static final boolean UPDATE = Boolean.getBoolean("smi4j.update");
    /** Every build tries the reverse and another order; {@code -Pproof} more. */
    private static final int SHUFFLES = Boolean.getBoolean("smi4j.proof") ? 10 : 2;

    private static final long SEED = 20260822;

    static List<GoldenCase> cases() {
        return GoldenCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void translate_ofEachCase_givesTheExpectedResources(GoldenCase golden) {
        String actual = GoldenCase.resources(golden.translate());
        if (UPDATE) {
            golden.write(GoldenCase.RESOURCES, actual);
        }
        assertThat(actual).isEqualTo(golden.text(GoldenCase.RESOURCES));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void translate_ofEachCase_givesTheExpectedDiagnostics(GoldenCase golden) {
        String actual = GoldenCase.diagnostics(golden.translate());
        if (UPDATE) {
            golden.write(GoldenCase.DIAGNOSTICS, actual);
        }
        assertThat(actual).isEqualTo(golden.text(GoldenCase.DIAGNOSTICS));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void translate_ofShuffledDocuments_givesTheSame(GoldenCase golden) {
        Translation expected = golden.translate();
        List<String> documents = golden.documents();
        Random random = new Random(SEED);
        for (int i = 0; i < SHUFFLES; i++) {
            if (i == 0) {
                Collections.reverse(documents);
            } else {
                Collections.shuffle(documents, random);
            }
            String input = String.join("---\n", documents);
            Translation actual = golden.translate(input);
            assertThat(GoldenCase.resources(actual)).as(input).isEqualTo(GoldenCase.resources(expected));
            assertThat(GoldenCase.placeless(actual)).as(input).isEqualTo(GoldenCase.placeless(expected));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void folder_ofEachCase_holdsTheFilesOfACaseOnly(GoldenCase golden) {
        assertThat(golden.fileNames())
                .contains(GoldenCase.INPUT, GoldenCase.RESOURCES, GoldenCase.DIAGNOSTICS)
                .isSubsetOf(GoldenCase.INPUT, GoldenCase.RESOURCES, GoldenCase.DIAGNOSTICS, GoldenCase.OPTIONS);
    }

    @Test
    void folder_ofAllCases_holdsNothingElse() throws IOException {
        Set<Path> folders = GoldenCase.all().stream().map(GoldenCase::folder).collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(GoldenCase.ROOT)) {
            assertThat(files.filter(Files::isRegularFile).map(Path::getParent)).allMatch(folders::contains);
        }
        assertThat(folders).hasSizeGreaterThan(100);
    }

    @Test
    void codes_ofMeaningAndOfIstio_areEachRaisedByACase() {
        Set<String> raised = GoldenCase.all().stream()
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
