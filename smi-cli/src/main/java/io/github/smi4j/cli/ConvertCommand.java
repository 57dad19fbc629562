package io.github.smi4j.cli;

import io.github.smi4j.convert.Conversion;
import io.github.smi4j.convert.SmiConverter;
import io.github.smi4j.manifest.HeaderForm;
import io.github.smi4j.model.ResourceSet;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code smi convert}: SMI manifests in, the same in other versions of their API groups out. */
@Command(
        name = "convert",
        description = "Writes SMI manifests in other versions of their API groups.",
        mixinStandardHelpOptions = true,
        footerHeading = "%n",
        footer = {
            "Resources go to standard output, findings to standard error. An error means that something of the input could"
                    + " not be written, or would mean more than it does: then no resources are written. Resources of other"
                    + " groups, and objects that are not SMI's, are written as they are."
        })
final class ConvertCommand implements Callable<Integer> {
    /** The values of {@code --headers}, spelt as users write them. */
    enum Headers {
        map,
        list
    }

    @Mixin
    private Streams streams = new Streams();

    @Mixin
    private InputPaths input = new InputPaths();

    @ParentCommand
    private @Nullable Smi smi;

    @Option(
            names = "--to",
            paramLabel = "GROUP/VERSION",
            required = true,
            split = ",",
            description = "The version to write, for example split.smi-spec.io/v1alpha2; one for each group.")
    private List<String> versions = new ArrayList<>();

    @Option(
            names = "--allow-widening",
            description = "Leaves out what a version cannot say even where the result means more; a warning says so.")
    private boolean allowWidening;

    @Option(
            names = "--headers",
            paramLabel = "FORM",
            description =
                    "Writes headers of matches as ${COMPLETION-CANDIDATES}; the default is ${DEFAULT-VALUE}, the form"
                            + " of the specification. The schemas of the Go SDK ask for list.")
    private Headers headers = Headers.map;

    @Option(
            names = "-o",
            paramLabel = "FORMAT",
            description = "Writes resources as ${COMPLETION-CANDIDATES}; the default is ${DEFAULT-VALUE}.")
    private OutputFormat output = OutputFormat.yaml;

    @Override
    public Integer call() {
        SmiConverter converter = converter();
        ResourceSet set = input.read(Objects.requireNonNull(smi, "smi"));
        Conversion conversion = converter.convert(set);
        PrintWriter err = streams.err();
        err.print(TextReport.render(conversion.diagnostics(), Ansi.AUTO.enabled()));
        boolean written = conversion.errors().isEmpty();
        streams.printCounts(conversion.diagnostics());
        if (!written) {
            err.println("No resources were written. Mend the errors" + wideningHint(conversion) + ".");
        }
        err.flush();
        if (written) {
            write(conversion);
        }
        return written ? ExitStatus.DONE : ExitStatus.FINDINGS;
    }

    private SmiConverter converter() {
        try {
            SmiConverter converter = SmiConverter.to(versions);
            return allowWidening ? converter.allowWidening() : converter;
        } catch (IllegalArgumentException e) {
            throw new UsageException("--to: " + e.getMessage());
        }
    }

    private static String wideningHint(Conversion conversion) {
        boolean refused = conversion.errors().stream().anyMatch(e -> e.help().contains("--allow-widening"));
        return refused ? ", or accept that the result means more: --allow-widening" : "";
    }

    private void write(Conversion conversion) {
        HeaderForm form = HeaderForm.valueOf(headers.name().toUpperCase(Locale.ROOT));
        streams.print(output.writer().headers(form).write(conversion.resources()), "the resources");
    }
}
