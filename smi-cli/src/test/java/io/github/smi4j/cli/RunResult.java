package io.github.smi4j.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/**
 * What one run of the command gave.
 *
 * @param status the exit status
 * @param out standard output
 * @param err standard error
 */
record RunResult(int status, String out, String err) {
    static RunResult of(String... args) {
        return withInput("", args);
    }

    static RunResult withInput(String input, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Smi.commandLine(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintWriter(out, true),
                        new PrintWriter(err, true))
                .execute(args);
        return new RunResult(status, out.toString(), err.toString());
    }
}
