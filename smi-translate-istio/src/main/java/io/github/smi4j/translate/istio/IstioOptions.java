package io.github.smi4j.translate.istio;

import io.github.smi4j.policy.DnsNames;
import io.github.smi4j.policy.OptionKey;
import java.util.List;
import java.util.Optional;

/** The settings of the translator to Istio. */
public final class IstioOptions {
    /** {@code istio-version}: the version that the output is for; 1.24 unless set. */
    public static final OptionKey<IstioVersion> ISTIO_VERSION = OptionKey.of(
            "istio-version",
            new IstioVersion(24),
            "The version of Istio that the output is for; older ones get older API versions, and no path templates.",
            "1." + IstioVersion.OLDEST_MINOR + " or newer, for example 1.24",
            IstioVersion::parse);

    /** {@code root-namespace}: the namespace whose policies are for the whole mesh; {@code istio-system} unless set. */
    public static final OptionKey<String> ROOT_NAMESPACE = OptionKey.of(
            "root-namespace",
            "istio-system",
            "The root namespace of the mesh, whose policies are for all namespaces; no access is translated for it.",
            "a namespace: lower-case letters, digits and hyphens, at most 63",
            text -> Optional.of(text).filter(DnsNames::isLabel));

    /** {@code source-style}: how callers are named; {@code principals} unless set. The other way lets in more than SMI says. */
    public static final OptionKey<SourceStyle> SOURCE_STYLE = OptionKey.of(
            "source-style",
            SourceStyle.PRINCIPALS,
            "How service accounts that may call are named; service-accounts, since Istio 1.25, lets in more than SMI"
                    + " allows: every SPIFFE id with namespace and name in its path.",
            "principals or service-accounts",
            SourceStyle::parse);

    /** All settings, in the order in which they are documented. */
    public static final List<OptionKey<?>> KEYS = List.of(ISTIO_VERSION, ROOT_NAMESPACE, SOURCE_STYLE);

    private IstioOptions() {}
}
