package io.github.smi4j.regex;

import java.util.Optional;

/** The program of an expression, compiled when it is first asked for. */
final class LazyProgram {

    private final Node node;
    private Optional<Program> compiled = Optional.empty();

    LazyProgram(Node node) {
        this.node = node;
    }

    synchronized Program get() {
        Program program = compiled.orElseGet(() -> Compiler.compile(node));
        compiled = Optional.of(program);
        return program;
    }
}
