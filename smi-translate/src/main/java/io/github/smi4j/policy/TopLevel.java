package io.github.smi4j.policy;

import io.github.smi4j.model.OtherFields;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fields beside spec that every Kubernetes object may have. */
final class TopLevel {
    private TopLevel() {}

    /** The fields but for {@code status}, which controllers write and nobody configures. */
    static OtherFields withoutStatus(OtherFields fields) {
        Map<String, Object> rest = new LinkedHashMap<>(fields.asMap());
        rest.remove("status");
        return OtherFields.of(rest);
    }
}
