package io.github.smi4j.regex;

import java.util.List;

/**
 * What {@code (?i:…)} around a node would do.
 *
 * @param needs whether a letter in both cases is in it, which is best printed that way
 * @param forbids whether it would match more
 */
record CaseUse(boolean needs, boolean forbids) {

    static CaseUse of(Node node) {
        if (node instanceof Node.Characters characters) {
            CharacterSet set = characters.set();
            return new CaseUse(set.isFoldedLetter(), !isFoldable(set));
        }
        if (node instanceof Node.Repeat repeat) {
            return of(repeat.body());
        }
        if (node instanceof Node.Choice choice) {
            return ofAll(choice.alternatives());
        }
        return node instanceof Node.Sequence sequence ? ofAll(sequence.items()) : new CaseUse(false, false);
    }

    private static CaseUse ofAll(List<Node> nodes) {
        List<CaseUse> uses = nodes.stream().map(CaseUse::of).toList();
        return new CaseUse(uses.stream().anyMatch(CaseUse::needs), uses.stream().anyMatch(CaseUse::forbids));
    }

    /** The engines fold what is written and negate afterwards, so the written form decides. */
    private static boolean isFoldable(CharacterSet set) {
        return CharacterPrinter.written(set).isFolded();
    }

    boolean isInsensitive() {
        return needs && !forbids;
    }
}
