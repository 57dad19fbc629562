package io.github.smi4j.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.it.ProjectFiles;
import io.github.smi4j.it.cases.DiagnosticCase;
import io.github.smi4j.it.docs.DiagnosticsCatalogue.Subject;
import io.github.smi4j.model.HTTPMatch;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.policy.PolicyCode;
import io.github.smi4j.validation.SmiValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every code is documented, has its place among the ranges, and has a case. */
class DiagnosticsCatalogueTest {
    private static final Path CATALOGUE = ProjectFiles.of("docs/diagnostics.md");

    @Test
    void catalogue_committed_isWhatTheCodesSay() throws IOException {
        if (Boolean.getBoolean("smi4j.update")) {
            Files.writeString(CATALOGUE, DiagnosticsCatalogue.text());
        }
        assertThat(CATALOGUE).hasContent(DiagnosticsCatalogue.text());
    }

    @Test
    void ids_all_areUniqueAndInTheRangeOfTheirSubject() {
        for (Subject subject : DiagnosticsCatalogue.SUBJECTS) {
            assertThat(subject.codes())
                    .extracting(DiagnosticCode::id)
                    .allMatch(id -> id.matches(subject.range() + "[0-9]{3}"));
        }
        assertThat(codes()).extracting(DiagnosticCode::id).doesNotHaveDuplicates();
    }

    @Test
    void texts_all_areSentences() {
        assertThat(codes()).allSatisfy(code -> {
            assertThat(code.summary()).matches("[^\\n]+[^.\\s]");
            assertThat(code.help()).matches("\\p{Lu}[^\\n]+\\.");
        });
    }

    @Test
    void cases_all_areOfACode_andEachCodeHasOne() {
        List<String> withExample = codes().stream()
                .map(DiagnosticCode::id)
                .filter(id -> !DiagnosticsCatalogue.WITHOUT_EXAMPLE.containsKey(id))
                .toList();
        assertThat(DiagnosticCase.all())
                .extracting(DiagnosticCase::code)
                .containsExactlyInAnyOrderElementsOf(withExample);
    }

    @Test
    void codes_ofReleases_areNeitherGoneNorForgotten() throws IOException {
        List<String> ids = codes().stream().map(DiagnosticCode::id).toList();
        if (Boolean.getBoolean("smi4j.update")) {
            ReleasedCodes.write(ids);
        }
        assertThat(ReleasedCodes.all().keySet()).containsAll(ids);
        ReleasedCodes.all()
                .forEach((code, release) -> assertThat(release.endsWith(ReleasedCodes.RETIRED))
                        .as(code)
                        .isEqualTo(!ids.contains(code)));
    }

    @Test
    void headerTwice_ofWhatWasBuilt_isFound() {
        HTTPRouteGroup group = HTTPRouteGroup.builder()
                .name("web-routes")
                .addMatch(HTTPMatch.builder()
                        .name("read")
                        .putHeader("X-Team", "a")
                        .putHeader("x-team", "b")
                        .build())
                .build();

        assertThat(SmiValidator.create().validate(group).errors())
                .extracting(Diagnostic::code)
                .containsExactly(PolicyCode.HEADER_TWICE);
    }

    private static List<DiagnosticCode> codes() {
        return DiagnosticsCatalogue.SUBJECTS.stream()
                .flatMap(subject -> subject.codes().stream())
                .toList();
    }
}
