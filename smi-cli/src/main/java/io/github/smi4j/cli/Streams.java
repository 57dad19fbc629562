package io.github.smi4j.cli;

import io.github.smi4j.diagnostic.Diagnostic;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Where a command writes: its result to standard output, all that is said about it to standard error. */
@Command
final class Streams {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    PrintWriter err() {
        return Objects.requireNonNull(command, "command").commandLine().getErr();
    }

    /**
     * Writes the result.
     *
     * @param what how a message names it, for example {@code the resources}
     */
    void print(String text, String what) {
        PrintWriter out =
                Objects.requireNonNull(command, "command").commandLine().getOut();
        out.print(text);
        if (out.checkError()) {
            throw new UsageException("cannot write " + what + " to standard output");
        }
    }

    /** Counts the findings, if there are any. */
    void printCounts(List<Diagnostic> findings) {
        if (!findings.isEmpty()) {
            err().println(FindingSummary.counts(findings));
        }
    }
}
