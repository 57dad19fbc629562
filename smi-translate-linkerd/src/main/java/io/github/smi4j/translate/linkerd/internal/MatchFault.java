package io.github.smi4j.translate.linkerd.internal;

import io.github.smi4j.translate.linkerd.LinkerdCode;

/**
 * What an HTTPRoute cannot say of a match.
 *
 * @param kind which sort
 * @param field the field of the match
 * @param what what is wrong, as the middle of a sentence about the match
 */
record MatchFault(Kind kind, String field, String what) {
    /** A sort of fault, with its code in a split and in a target. */
    enum Kind {
        /** A pattern, or the name of a header, is too long. */
        TOO_LONG(LinkerdCode.SPLIT_PATTERN_TOO_LONG, LinkerdCode.PATTERN_TOO_LONG),
        /** More headers than an HTTPRoute tests. */
        TOO_MANY_HEADERS(LinkerdCode.SPLIT_HEADERS, LinkerdCode.TOO_MANY_HEADERS),
        /** A header that is not what the caller sent. */
        HEADER_OF_PROXY(LinkerdCode.SPLIT_HEADER_OF_PROXY, LinkerdCode.HEADER_OF_PROXY),
        /** A method that HTTPRoutes do not know. */
        METHOD(LinkerdCode.SPLIT_METHOD, LinkerdCode.METHOD_DROPPED);

        private final LinkerdCode ofSplit;
        private final LinkerdCode ofTarget;

        Kind(LinkerdCode ofSplit, LinkerdCode ofTarget) {
            this.ofSplit = ofSplit;
            this.ofTarget = ofTarget;
        }

        LinkerdCode ofSplit() {
            return ofSplit;
        }

        LinkerdCode ofTarget() {
            return ofTarget;
        }
    }
}
