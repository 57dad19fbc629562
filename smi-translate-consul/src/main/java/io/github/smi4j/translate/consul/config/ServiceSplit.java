package io.github.smi4j.translate.consul.config;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The share of one service.
 *
 * @param hundredths its share in hundredths of a percent, 0 to 10000
 * @param service the service
 */
public record ServiceSplit(int hundredths, String service) {
    /** All of it: {@value}. */
    public static final int WHOLE = 10_000;

    /** Refuses null, and what is no share. */
    public ServiceSplit {
        Objects.requireNonNull(service, "service");
        if (hundredths < 0 || hundredths > WHOLE) {
            throw new IllegalArgumentException(
                    "a share is 0 to " + WHOLE + " hundredths of a percent, was " + hundredths);
        }
    }

    /** The share in percent, without digits that say nothing: {@code 33.33}. */
    public BigDecimal weight() {
        BigDecimal percent = BigDecimal.valueOf(hundredths, 2).stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0) : percent;
    }

    /** The plain tree. */
    public Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("weight", weight());
        tree.put("service", service);
        return Collections.unmodifiableMap(tree);
    }
}
