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
    private static final int CHUNK = 8192;

    private Utf8() {}

    /** The text with its byte order mark; absent, and reported, where the bytes are not UTF-8. */
    static Optional<String> decode(byte[] bytes, String name, Consumer<Diagnostic> faults) {
        Optional<String> other = otherEncoding(bytes);
        if (other.isPresent()) {
            report("is " + other.get() + ", not UTF-8", SourcePosition.of(SourceText.of(name, ""), 1, 1), faults);
            return Optional.empty();
        }
        if (isAscii(bytes)) {
            return Optional.of(new String(bytes, StandardCharsets.US_ASCII));
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(CHUNK);
        StringBuilder text = new StringBuilder(bytes.length);
        CoderResult result;
        do {
            result = decoder.decode(in, out, true);
            text.append(out.flip());
            out.clear();
        } while (result.isOverflow());
        if (result.isError()) {
            report(
                    "the byte " + String.format("0x%02X", bytes[in.position()]) + " is not UTF-8",
                    endOf(text.toString(), name),
                    faults);
            return Optional.empty();
        }
        return Optional.of(text.toString());
    }

    /** The text behind its byte order mark. */
    static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** Then the text needs no other memory than its own. */
    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /** Told by its byte order mark, or by a zero beside the first character. */
    private static Optional<String> otherEncoding(byte[] bytes) {
        if (bytes.length < 2) {
            return Optional.empty();
        }
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        boolean bigEndian = (first == 0xFE && second == 0xFF) || (first == 0 && second != 0);
        boolean littleEndian = (first == 0xFF && second == 0xFE) || (first != 0 && second == 0);
        return bigEndian || littleEndian
                ? Optional.of(bytes.length > 3 && bytes[2] == 0 && bytes[3] == 0 ? "UTF-32" : "UTF-16")
                : Optional.empty();
    }

    private static void report(String message, SourcePosition position, Consumer<Diagnostic> faults) {
        faults.accept(Diagnostic.builder(TextCode.ENCODING)
                .position(Optional.of(position))
                .message(message)
                .build());
    }

    private static SourcePosition endOf(String text, String name) {
        int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
        return SourcePosition.of(SourceText.of(name, text), line, text.length() - text.lastIndexOf('\n'));
    }
}
