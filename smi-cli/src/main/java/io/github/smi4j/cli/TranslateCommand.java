package io.github.smi4j.cli;

import io.github.smi4j.diagnostic.CodeDefinition;
import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.translate.Translation;
import io.github.smi4j.translate.Translator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code smi translate}: SMI manifests in, resources of a mesh out. */
@Command(
        name = "translate",
        description = "Writes the resources of a mesh that say what SMI manifests say.",
        mixinStandardHelpOptions = true,
        footerHeading = "%n",
        footer = {
            "Resources go to standard output, findings to standard error. An error means that something of the input would"
                    + " not be in force in the mesh: then no resources are written, unless each such code is accepted."
        })
final class TranslateCommand implements Callable<Integer> {
    @Mixin
    private Streams streams = new Streams();

    @Mixin
    private InputPaths input = new InputPaths();

    @ParentCommand
    private @Nullable Smi smi;

    @Option(names = "--to", paramLabel = "MESH", required = true, description = "The mesh: see 'smi meshes'.")
    private String mesh = "";

    @Option(
            names = "--option",
            paramLabel = "K=V",
            description = "Sets an option of the mesh or of the reading; see 'smi meshes -v'.")
    private Map<String, String> options = new LinkedHashMap<>();

    @Option(
            names = "-o",
            paramLabel = "FORMAT",
            description = "Writes resources as ${COMPLETION-CANDIDATES}; the default is ${DEFAULT-VALUE}.")
    private OutputFormat output = OutputFormat.yaml;

    @Option(
            names = "--report",
            paramLabel = "FORMAT",
            description = "Reports findings as ${COMPLETION-CANDIDATES}; the default is ${DEFAULT-VALUE}.")
    private ReportFormat report = ReportFormat.text;

    @Option(names = "--report-file", paramLabel = "F", description = "Writes the report to this file.")
    private @Nullable Path reportFile;

    @Option(
            names = "--patches",
            paramLabel = "F",
            description =
                    "Writes fields for resources that are there already to this file, for kubectl apply --server-side.")
    private @Nullable Path patchesFile;

    @Option(names = "--accept", paramLabel = "CODE", description = "Accepts the errors of this code.")
    private Set<String> accepted = new TreeSet<>();

    @Option(names = "--force", description = "Writes resources in spite of errors, and lists the codes it overrides.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        accepted.forEach(TranslateCommand::requireCode);
        Smi parent = Objects.requireNonNull(smi, "smi");
        Translator translator = Plugins.translator(Plugins.meshes(Plugins.loader(parent.plugins())), mesh);
        OptionTexts texts = OptionTexts.of(options, List.of(translator));
        ResourceSet set = input.read(parent);
        Translation translation = translator.translate(set, texts.policy(), texts.of(translator));
        Set<String> open = openCodes(translation);
        boolean written = open.isEmpty() || force;
        writeReport(translation.diagnostics());
        // A report for machines on standard error stays one document; in every other case a person reads there.
        if (report == ReportFormat.text || reportFile != null) {
            printSummary(translation, open, written);
        }
        if (written) {
            writePatches(translation);
            streams.print(output.writer().write(translation.resources()), "the resources");
        }
        return written ? ExitStatus.DONE : ExitStatus.FINDINGS;
    }

    /** A mistyped code would accept nothing, and nobody would see why. */
    private static void requireCode(String code) {
        if (!CodeDefinition.isId(code)) {
            throw new UsageException(
                    "--accept must be the code of a finding, for example SMI3001, was " + UserText.show(code));
        }
    }

    /** The codes of errors that nobody accepted. */
    private Set<String> openCodes(Translation translation) {
        return translation.errors().stream()
                .map(d -> d.code().id())
                .filter(id -> !accepted.contains(id))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void writeReport(List<Diagnostic> diagnostics) throws IOException {
        boolean colours = reportFile == null && Ansi.AUTO.enabled();
        String text = report.render(diagnostics, colours);
        if (reportFile == null) {
            err().print(text);
            err().flush();
            return;
        }
        write(reportFile, text, "the report");
    }

    private void writePatches(Translation translation) throws IOException {
        if (patchesFile != null) {
            write(patchesFile, output.writer().write(translation.patches()), "the patches");
        }
    }

    private static void write(Path file, String text, String what) throws IOException {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UsageException("cannot write " + what + " to " + InputFiles.reason(file, e));
        }
    }

    private void printSummary(Translation translation, Set<String> open, boolean written) {
        List<Diagnostic> diagnostics = translation.diagnostics();
        streams.printCounts(diagnostics);
        if (!written) {
            err().println("No resources were written. Mend the errors, or accept them: --accept "
                    + String.join(" --accept ", open));
        } else if (!open.isEmpty()) {
            int count = translation.resources().size();
            err().println(count + (count == 1 ? " resource was" : " resources were") + " written in spite of "
                    + String.join(", ", open) + " (--force).");
        }
        int patches = translation.patches().size();
        if (written && patches > 0 && patchesFile == null) {
            err().println((patches == 1 ? "1 patch was" : patches + " patches were")
                    + " not written, since kubectl apply would take other fields away. Write them to a file, --patches F, and apply"
                    + " it with kubectl apply --server-side --field-manager=smi4j.");
        }
        accepted.stream()
                .filter(code ->
                        diagnostics.stream().noneMatch(d -> d.code().id().equals(code)))
                .forEach(code -> err().println("--accept " + code + ": there is no such finding."));
        err().flush();
    }

    private PrintWriter err() {
        return streams.err();
    }
}
