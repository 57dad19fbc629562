package io.github.smi4j.translate.linkerd;

import io.github.smi4j.policy.OptionKey;
import java.util.List;

/** The settings of the translator to Linkerd. */
public final class LinkerdOptions {
    /** {@code linkerd-version}: the version that the output is for; 2.18 unless set. */
    public static final OptionKey<LinkerdVersion> LINKERD_VERSION = OptionKey.of(
            "linkerd-version",
            new LinkerdVersion(18),
            "The version of Linkerd that the output is for; older ones get older API versions, and no TCPRoutes.",
            "2." + LinkerdVersion.OLDEST_MINOR + " or newer, for example 2.18",
            LinkerdVersion::parse);

    /** {@code gateway-api}: the Gateway API of the cluster; 1.2 of the standard channel unless set. */
    public static final OptionKey<GatewayApi> GATEWAY_API = OptionKey.of(
            "gateway-api",
            new GatewayApi(true, 2, false),
            "The Gateway API that the cluster has; with none splits become Linkerd's own HTTPRoutes, with the experimental"
                    + " channel opaque ports are split by TCPRoutes.",
            "none, or 1.0 and newer, for example 1.2 or 1.2-experimental",
            GatewayApi::parse);

    /** {@code split-mode}: what a TrafficSplit becomes; {@code httproute} unless set. */
    public static final OptionKey<SplitMode> SPLIT_MODE = OptionKey.of(
            "split-mode",
            SplitMode.HTTPROUTE,
            "What a TrafficSplit becomes; a ServiceProfile splits all ports alike, and knows no matches.",
            "httproute or serviceprofile",
            SplitMode::parse);

    /** {@code probe-networks}: where health checks come from; anywhere unless set. */
    public static final OptionKey<ProbeNetworks> PROBE_NETWORKS = OptionKey.of(
            "probe-networks",
            ProbeNetworks.any(),
            "The networks that health checks come from; whoever is in one may call their paths with GET.",
            "networks between commas, for example 10.0.0.0/8,fd00::/8",
            ProbeNetworks::parse);

    /** All settings, in the order in which they are documented. */
    public static final List<OptionKey<?>> KEYS = List.of(LINKERD_VERSION, GATEWAY_API, SPLIT_MODE, PROBE_NETWORKS);

    private LinkerdOptions() {}
}
