package io.github.smi4j.cli;

import java.util.Map;

/** What {@code smi explain} says. */
interface Answer {
    /** For people. */
    String text();

    /** For machines. */
    Map<String, Object> tree();
}
