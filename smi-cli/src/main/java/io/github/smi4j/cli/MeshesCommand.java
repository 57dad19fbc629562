package io.github.smi4j.cli;

import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.policy.OptionKey;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.translate.Translator;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code smi meshes}: what can be translated to. */
@Command(name = "meshes", description = "Lists the meshes that can be translated to.", mixinStandardHelpOptions = true)
final class MeshesCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @ParentCommand
    private @Nullable Smi smi;

    @Option(names = "-v", description = "Shows the kinds that are translated, and the options.")
    private boolean verbose;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec, "spec").commandLine().getOut();
        for (Translator mesh : Plugins.meshes(
                        Plugins.loader(Objects.requireNonNull(smi, "smi").plugins()))
                .all()) {
            out.println(mesh.meshName());
            if (verbose) {
                out.println("  kinds: "
                        + mesh.supportedKinds().stream()
                                .sorted()
                                .map(ResourceKind::kind)
                                .collect(Collectors.joining(", ")));
                mesh.options().forEach(option -> print(option, out));
            }
        }
        if (verbose) {
            out.println("every mesh");
            PolicyOptions.KEYS.forEach(option -> print(option, out));
        }
        out.flush();
        return ExitStatus.DONE;
    }

    private static void print(OptionKey<?> option, PrintWriter out) {
        out.println("  --option " + option.name() + "=" + option.defaultValue());
        out.println("      " + option.meaning());
    }
}
