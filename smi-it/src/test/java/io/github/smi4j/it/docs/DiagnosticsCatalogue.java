package io.github.smi4j.it.docs;

import io.github.smi4j.convert.ConversionCode;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.it.cases.DiagnosticCase;
import io.github.smi4j.policy.AccessCode;
import io.github.smi4j.policy.PolicyCode;
import io.github.smi4j.translate.TranslationCode;
import io.github.smi4j.translate.consul.ConsulCode;
import io.github.smi4j.translate.istio.IstioCode;
import io.github.smi4j.translate.linkerd.LinkerdCode;
import io.github.smi4j.validation.ValidationCode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of docs/diagnostics.md: the codes as the enums say them, with the examples of their cases. */
final class DiagnosticsCatalogue {
    /** All subjects, in the order of their ranges. */
    static final List<Subject> SUBJECTS = List.of(
            new Subject("SMI1", "Text and shape", TextCode.values()),
            new Subject(
                    "SMI2",
                    "Meaning and references",
                    all(PolicyCode.values(), AccessCode.values(), ValidationCode.values())),
            new Subject("SMI3", "Translation", TranslationCode.values()),
            new Subject("SMI4", "Istio", IstioCode.values()),
            new Subject("SMI5", "Linkerd", LinkerdCode.values()),
            new Subject("SMI6", "Consul", ConsulCode.values()),
            new Subject("SMI7", "Conversion", ConversionCode.values()));

    /** Codes that no text raises, and why. */
    static final Map<String, String> WITHOUT_EXAMPLE = Map.of(
            PolicyCode.HEADER_TWICE.id(),
            "Only resources that were built can have it: text with a header twice is refused when it is read, SMI1110.");

    private static final String HEAD = """
            # Diagnostics

            <!-- Generated from the enums of codes and their cases; `./mvnw verify -Dsmi4j.update=true` writes it anew. -->

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

            `smi validate` shows what it finds; a severity can be changed, and a code switched off, with `--rule CODE=LEVEL`.
            Each code has an example below, which the build runs.
            """;

    private DiagnosticsCatalogue() {}

    /**
     * The codes of one subject.
     *
     * @param range what their ids begin with
     */
    record Subject(String range, String title, List<DiagnosticCode> codes) {
        Subject(String range, String title, DiagnosticCode... codes) {
            this(
                    range,
                    title,
                    Arrays.stream(codes)
                            .sorted(Comparator.comparing(DiagnosticCode::id))
                            .toList());
        }
    }

    private static DiagnosticCode[] all(DiagnosticCode[]... codes) {
        return Stream.of(codes).flatMap(Arrays::stream).toArray(DiagnosticCode[]::new);
    }

    static String text() {
        StringBuilder text = new StringBuilder(HEAD);
        for (Subject subject : SUBJECTS) {
            text.append("\n## ").append(subject.range()).append("xxx: ").append(subject.title());
            text.append("\n\n| Code | Severity | Effect | What was found |\n|---|---|---|---|\n");
            subject.codes().forEach(code -> text.append(row(code)));
            subject.codes().forEach(code -> text.append(entry(code)));
        }
        return text.toString();
    }

    private static String row(DiagnosticCode code) {
        String link = "[" + code.id() + "](#" + code.id().toLowerCase(Locale.ROOT) + ")";
        return Stream.of(link, code.severity().toString(), code.effect().toString(), code.summary())
                        .map(cell -> cell.replace("|", "\\|"))
                        .collect(Collectors.joining(" | ", "| ", " |"))
                + "\n";
    }

    private static String entry(DiagnosticCode code) {
        return "\n### " + code.id() + "\n\n" + code.summary() + ".\n\n" + example(code) + "\n\n- To mend it: "
                + code.help()
                + "\n- " + code.severity() + ", " + code.effect() + ", since "
                + ReleasedCodes.since(code.id()) + "\n";
    }

    private static String example(DiagnosticCode code) {
        if (WITHOUT_EXAMPLE.containsKey(code.id())) {
            return WITHOUT_EXAMPLE.get(code.id());
        }
        DiagnosticCase golden = DiagnosticCase.of(code.id());
        String findings = golden.text(DiagnosticCase.EXPECTED)
                .lines()
                .filter(line -> line.contains(" " + code.id()))
                .collect(Collectors.joining("\n"));
        String how = golden.command().equals("validate") ? "" : "\n\nwith `smi " + golden.command() + "`";
        return fenced("yaml", golden.text(DiagnosticCase.INPUT).stripTrailing()) + how + "\n\n"
                + fenced("text", findings);
    }

    /** A fence that no line of the text ends. */
    private static String fenced(String language, String text) {
        String fence = text.contains("```") ? "````" : "```";
        return fence + language + "\n" + text + "\n" + fence;
    }
}
