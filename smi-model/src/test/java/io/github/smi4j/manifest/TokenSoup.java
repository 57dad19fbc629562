package io.github.smi4j.manifest;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts made of what means something to YAML, in no order. */
final class TokenSoup {
    private TokenSoup() {}

    /** Texts of up to 20 tokens. */
    static Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a",
                        "kind",
                        ": ",
                        ":",
                        "- ",
                        "\n",
                        "\n  ",
                        "\t",
                        "{",
                        "}",
                        "[",
                        "]",
                        ", ",
                        "\"",
                        "'",
                        "&a ",
                        "*a",
                        "!!str ",
                        "!x ",
                        "<<",
                        "? ",
                        "|",
                        ">",
                        "#",
                        "---",
                        "\n---\n",
                        "...\n",
                        "%YAML 1.1\n",
                        "%TAG",
                        "@",
                        "`",
                        "~",
                        "0",
                        "010",
                        "1e9",
                        "\r\n",
                        "\r",
                        "\\",
                        "\\u",
                        "List",
                        "items: ",
                        "TrafficSplit",
                        "spec",
                        "yes",
                        ".inf",
                        "0x1F",
                        "\u00e4",
                        "\u2003",
                        "\ud83d\ude00",
                        "\u0007",
                        "\u2028",
                        "\uFEFF")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }
}
