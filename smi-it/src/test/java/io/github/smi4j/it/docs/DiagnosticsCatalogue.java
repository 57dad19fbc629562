package io.github.smi4j.it.docs;

import io.github.smi4j.convert.ConversionCode;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.policy.AccessCode;
import io.github.smi4j.policy.PolicyCode;
import io.github.smi4j.translate.TranslationCode;
import io.github.smi4j.translate.istio.IstioCode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The text of docs/diagnostics.md. */
final class DiagnosticsCatalogue {
    /** All subjects, in the order of their ranges. */
    static final List<Subject> SUBJECTS = List.of(
            new Subject("SMI1", "Text and shape", TextCode.values()),
            new Subject("SMI2", "Meaning and references", both(PolicyCode.values(), AccessCode.values())),
            new Subject("SMI3", "Translation", TranslationCode.values()),
            new Subject("SMI4", "Istio", IstioCode.values()),
            new Subject("SMI7", "Conversion", ConversionCode.values()));

    private static final String HEAD = """
            # Diagnostics

            <!-- Generated from the enums of codes; `./mvnw verify -Dsmi4j.update=true` writes it anew. -->

            Every finding has a code. Codes are stable and never used again for another cause. The effect says what becomes of
            the part of the input that the finding is about:

            | Effect | What becomes of it |
            |---|---|
            | EXACT | The result decides as the input does; nothing is lost. |
            | APPROXIMATED | Only shares of a split: the result is as near as the target can say. |
            | NARROWED | The result allows less than the input. |
            | WIDENED | The result allows more than the input; only by an option that says so. |
            | DROPPED | That rule, route, target, split or resource is left out of the result. |
            | UNENFORCED | The result does not bind this traffic: the target does not see it, or something else opens it. |
            """;

    private DiagnosticsCatalogue() {}

    /**
     * The codes of one subject.
     *
     * @param range what their ids begin with
     */
    record Subject(String range, String title, List<DiagnosticCode> codes) {
        Subject(String range, String title, DiagnosticCode... codes) {
            this(range, title, Arrays.asList(codes));
        }
    }

    private static DiagnosticCode[] both(DiagnosticCode[] first, DiagnosticCode[] second) {
        return Stream.of(first, second).flatMap(Arrays::stream).toArray(DiagnosticCode[]::new);
    }

    static String text() {
        StringBuilder text = new StringBuilder(HEAD);
        for (Subject subject : SUBJECTS) {
            text.append("\n## ").append(subject.range()).append("xxx: ").append(subject.title());
            text.append("\n\n| Code | Severity | Effect | What was found | What to do |\n|---|---|---|---|---|\n");
            subject.codes().stream()
                    .sorted(Comparator.comparing(DiagnosticCode::id))
                    .forEach(code -> text.append(row(code)));
        }
        return text.toString();
    }

    private static String row(DiagnosticCode code) {
        return List.of(code.id(), code.severity().toString(), code.effect().toString(), code.summary(), code.help())
                        .stream()
                        .map(cell -> cell.replace("|", "\\|"))
                        .reduce("|", (row, cell) -> row + " " + cell + " |")
                + "\n";
    }
}
