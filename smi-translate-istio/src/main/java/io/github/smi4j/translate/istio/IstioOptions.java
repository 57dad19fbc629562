package io.github.smi4j.translate.istio;

import io.github.smi4j.policy.OptionKey;
import java.util.List;

/** The settings of the translator to Istio. */
public final class IstioOptions {
    /** {@code istio-version}: the version that the output is for; 1.24 unless set. */
    public static final OptionKey<IstioVersion> ISTIO_VERSION = OptionKey.of(
            "istio-version",
            new IstioVersion(24),
            "The version of Istio that the output is for; before 1.22 networking.istio.io/v1beta1 is written.",
            "1." + IstioVersion.OLDEST_MINOR + " or newer, for example 1.24",
            IstioVersion::parse);

    /** All settings, in the order in which they are documented. */
    public static final List<OptionKey<?>> KEYS = List.of(ISTIO_VERSION);

    private IstioOptions() {}
}
