package io.github.smi4j.cli;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.Translator;
import io.github.smi4j.validation.SmiValidator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code smi validate}: all that is wrong with SMI manifests. */
@Command(
        name = "validate",
        description = "Finds all that is wrong with SMI manifests, before a cluster sees them.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:no finding is at or above the bar",
            "1:there are findings at or above the bar",
            "2:wrong usage, or input or output that cannot be read or written"
        })
final class ValidateCommand implements Callable<Integer> {
    /** The values of {@code --fail-on}. */
    enum Bar {
        error,
        warning;

        boolean isReachedBy(Diagnostic finding) {
            return finding.severity() == Severity.ERROR || (this == warning && finding.severity() == Severity.WARNING);
        }
    }

    @Mixin
    private Streams streams = new Streams();

    @Mixin
    private InputPaths input = new InputPaths();

    @ParentCommand
    private @Nullable Smi smi;

    @Option(
            names = "--portable-to",
            paramLabel = "MESH",
            description = "Also reports what this mesh could not express exactly: see 'smi meshes'. May be repeated.")
    private List<String> meshes = new ArrayList<>();

    @Option(
            names = "--option",
            paramLabel = "K=V",
            description = "Sets an option of the reading or of a mesh; see 'smi meshes -v'.")
    private Map<String, String> options = new LinkedHashMap<>();

    @Option(
            names = "--rule",
            paramLabel = "CODE=LEVEL",
            description =
                    "Reports findings of this code as error, warning or info, or switches them on or off. What is granted"
                            + " does not change.")
    private Map<String, String> rules = new LinkedHashMap<>();

    @Option(
            names = "-o",
            paramLabel = "FORMAT",
            description = "Writes findings as ${COMPLETION-CANDIDATES}; the default is ${DEFAULT-VALUE}.")
    private ReportFormat format = ReportFormat.text;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "The bar: ${COMPLETION-CANDIDATES}; the default is ${DEFAULT-VALUE}.")
    private Bar bar = Bar.error;

    @Override
    public Integer call() throws IOException {
        Smi parent = Objects.requireNonNull(smi, "smi");
        SmiValidator validator = validator(Plugins.loader(parent.plugins()));
        ResourceSet set = input.read(parent);
        List<Diagnostic> findings = validator.validate(set).all();
        String report = format.render(findings, Ansi.AUTO.enabled());
        streams.print(format == ReportFormat.text ? report + summary(set, findings) : report, "the report");
        return findings.stream().anyMatch(bar::isReachedBy) ? ExitStatus.FINDINGS : ExitStatus.DONE;
    }

    private SmiValidator validator(ClassLoader loader) {
        MeshTranslators installed = Plugins.meshes(loader);
        List<Translator> translators = meshes.stream()
                .distinct()
                .map(mesh -> Plugins.translator(installed, mesh))
                .toList();
        OptionTexts texts = OptionTexts.of(options, translators);
        SmiValidator.Builder validator =
                SmiValidator.builder().options(texts.policy()).rulesOf(loader);
        translators.forEach(translator -> validator.portableTo(translator, texts.of(translator)));
        try {
            rules.forEach((code, level) -> set(validator, code, level));
            return validator.build();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static void set(SmiValidator.Builder validator, String code, String level) {
        switch (level.toLowerCase(Locale.ROOT)) {
            case "off" -> validator.off(code);
            case "on" -> validator.on(code);
            case "error" -> validator.severity(code, Severity.ERROR);
            case "warning" -> validator.severity(code, Severity.WARNING);
            case "info" -> validator.severity(code, Severity.INFO);
            default ->
                throw new UsageException(
                        "--rule " + code + " must be error, warning, info, on or off, was " + UserText.show(level));
        }
    }

    private static String summary(ResourceSet set, List<Diagnostic> findings) {
        int resources = (int) set.entries().stream()
                .filter(entry -> entry.otherResource().isEmpty())
                .count();
        String of = FindingSummary.counted(resources, "SMI resource");
        return findings.isEmpty()
                ? "No findings in " + of + ".\n"
                : FindingSummary.counts(findings) + " in " + of + "\n" + FindingSummary.table(findings);
    }
}
