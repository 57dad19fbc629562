package io.github.smi4j.policy;

/** What SMI says of a request. */
public enum Verdict {
    /** It is allowed. */
    ALLOWED,
    /** It is denied, wherever it arrives. */
    DENIED,
    /** It is allowed at some of the pods that it may reach, or from some of those that may send it, and not at others. */
    MIXED,
    /** No TrafficTarget closes the pods, so SMI says nothing of it. */
    NOT_GOVERNED,
    /** Something is not known that decides. */
    UNKNOWN
}
