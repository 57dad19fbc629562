package io.github.smi4j.manifest;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.SourcePosition;
import io.github.smi4j.diagnostic.SourceText;
import io.github.smi4j.diagnostic.TextCode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/** Bytes to text, strictly: nothing is replaced in silence. */
final class Utf8 {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Utf8() {}

    /** The text; absent, and reported, where the bytes are not UTF-8. */
    static Optional<String> decode(byte[] bytes, String name, Consumer<Diagnostic> faults) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            faults.accept(Diagnostic.builder(TextCode.ENCODING)
                    .position(Optional.of(endOf(text, name)))
                    .message("the byte " + String.format("0x%02X", bytes[in.position()]) + " is not UTF-8")
                    .build());
            return Optional.empty();
        }
        return Optional.of(!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
    }

    private static SourcePosition endOf(String text, String name) {
        int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
        return SourcePosition.of(SourceText.of(name, text), line, text.length() - text.lastIndexOf('\n'));
    }
}
