package io.github.smi4j.convert;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.model.SmiResource;

/**
 * One resource on its way to another version of its group.
 *
 * @param resource the resource as it was given
 * @param version the version to come to, without the group
 * @param widening whether what the version cannot say may be left out although the result means more
 * @param findings takes what there is to say
 */
record Step<T extends SmiResource>(T resource, String version, boolean widening, ConversionFindings findings) {
    /** {@code group/version} to come to. */
    String apiVersion() {
        return resource.resourceKind().apiVersion(version);
    }

    /** Whether the way ends at one of these versions. */
    boolean isTo(String... versions) {
        return java.util.List.of(versions).contains(version);
    }

    /** Whether the way starts at one of these versions. */
    boolean isFrom(String... versions) {
        return java.util.Arrays.stream(versions)
                .anyMatch(v -> resource.resourceKind().apiVersion(v).equals(resource.apiVersion()));
    }

    void report(ConversionCode code, FieldPath path, String message) {
        findings.report(code, resource, path, message);
    }

    /**
     * Reports that something would be left out and the result mean more: refused, or allowed.
     *
     * @return whether it is allowed
     */
    boolean widen(ConversionCode refused, ConversionCode allowed, FieldPath path, String message) {
        report(widening ? allowed : refused, path, widening ? message + "; left out, as was asked" : message);
        return widening;
    }
}
