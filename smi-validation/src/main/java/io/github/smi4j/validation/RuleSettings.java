package io.github.smi4j.validation;

import io.github.smi4j.diagnostic.CodeDefinition;
import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.validation.spi.Rule;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which codes are reported, and how much they matter. Changes what is said, never what is granted. */
final class RuleSettings {
    private final SortedSet<String> off = new TreeSet<>();
    private final SortedSet<String> on = new TreeSet<>();
    private final SortedMap<String, Severity> severities = new TreeMap<>();

    RuleSettings() {}

    RuleSettings(RuleSettings other) {
        off.addAll(other.off);
        on.addAll(other.on);
        severities.putAll(other.severities);
    }

    void off(String code) {
        off.add(requireCode(code));
        on.remove(code);
    }

    void on(String code) {
        on.add(requireCode(code));
        off.remove(code);
    }

    void severity(String code, Severity severity) {
        on(code);
        severities.put(code, severity);
    }

    private static String requireCode(String code) {
        if (!CodeDefinition.isId(code)) {
            throw new IllegalArgumentException(
                    "the code of a finding is capital letters and four digits, for example SMI2007, was "
                            + UserText.show(code));
        }
        return code;
    }

    boolean runs(Rule rule) {
        String code = rule.code().id();
        return !off.contains(code) && (rule.isOnByDefault() || on.contains(code));
    }

    /**
     * The finding as it is reported, if it is.
     *
     * @param facts whether what is not known of the cluster is of interest
     */
    Optional<Diagnostic> reported(Diagnostic finding, boolean facts) {
        String code = finding.code().id();
        if (off.contains(code) || (UnknownFacts.include(code) && !facts && !on.contains(code))) {
            return Optional.empty();
        }
        return Optional.of(Optional.ofNullable(severities.get(code))
                .map(severity -> finding.toBuilder().severity(severity).build())
                .orElse(finding));
    }
}
