package io.github.smi4j.cli;

import io.github.smi4j.diagnostic.UserText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code smi} command: checks Service Mesh Interface manifests, converts them, and translates them to a mesh. */
@Command(
        name = "smi",
        description =
                "Checks Service Mesh Interface (SMI) manifests, translates them to a service mesh, and converts their versions.",
        subcommands = {
            ValidateCommand.class,
            TranslateCommand.class,
            ConvertCommand.class,
            ExplainCommand.class,
            MeshesCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:there are errors that were not accepted, or findings at or above the bar; no resources were written",
            "2:wrong usage, or input or output that cannot be read or written"
        })
public final class Smi implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Adds the jars of this directory: translators to other meshes, and rules.")
    private @Nullable Path plugins;

    private final InputStream in;

    /** A command that reads standard input from the given stream. */
    Smi(InputStream in) {
        this.in = in;
    }

    /** Runs the command and ends the process with its exit status. */
    public static void main(String[] args) {
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        int status = execute(args, out, err);
        if (status == ExitStatus.DONE && out.checkError()) {
            err.println("smi: cannot write to standard output; what was written is not complete");
            status = ExitStatus.USAGE;
        }
        err.flush();
        System.exit(status);
    }

    /** Errors of the platform too, such as too little memory, are told in one line. */
    @SuppressWarnings("CatchThrowable")
    private static int execute(String[] args, PrintWriter out, PrintWriter err) {
        try {
            return commandLine(System.in, out, err).execute(args);
        } catch (Throwable e) {
            err.println("smi: failed with " + e.getClass().getSimpleName() + ": "
                    + UserText.visible(String.valueOf(e.getMessage())));
            return ExitStatus.USAGE;
        }
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
    }

    /** The command with its streams. */
    static CommandLine commandLine(InputStream in, PrintWriter out, PrintWriter err) {
        return new CommandLine(new Smi(in))
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(false)
                .setParameterExceptionHandler((e, args) -> usage(e))
                .setExecutionExceptionHandler((e, commandLine, parsed) -> failure(e, commandLine));
    }

    private static int usage(ParameterException e) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("smi: " + UserText.visible(String.valueOf(e.getMessage())));
        err.println("Try 'smi "
                + (e.getCommandLine().getParent() == null
                        ? ""
                        : e.getCommandLine().getCommandName() + " ")
                + "--help'.");
        return ExitStatus.USAGE;
    }

    private static int failure(Exception e, CommandLine commandLine) {
        boolean expected = e instanceof UsageException;
        String message = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
        commandLine
                .getErr()
                .println("smi: "
                        + (expected
                                ? ""
                                : "failed with " + e.getClass().getSimpleName() + ", which is a defect of smi4j: ")
                        + UserText.visible(message));
        return ExitStatus.USAGE;
    }

    /** Without a subcommand there is nothing to do. */
    @Override
    public void run() {
        CommandLine commandLine = java.util.Objects.requireNonNull(spec, "spec").commandLine();
        throw new ParameterException(
                commandLine, "a command is missing: validate, translate, convert, explain or meshes");
    }

    /** Standard input. */
    InputStream in() {
        return in;
    }

    /** The directory of additional jars, if one was given. */
    Optional<Path> plugins() {
        return Optional.ofNullable(plugins);
    }
}
