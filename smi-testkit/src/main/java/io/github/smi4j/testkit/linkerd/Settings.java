package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.testkit.mesh.Cluster;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which Linkerd it is.
 *
 * @param minor of the version 2
 * @param gatewayApi the release of the Gateway API, or {@code none}
 * @param controlPlane the namespace of the control plane
 * @param trustDomain the trust domain, which the names of identities end with
 */
record Settings(int minor, String gatewayApi, String controlPlane, String trustDomain) {
    private static final Pattern VERSION = Pattern.compile("2\\.([0-9]{1,3})(\\..*)?");
    private static final int OLDEST = 14;
    private static final int WITH_TCP_ROUTES = 17;
    private static final int WITH_APP_PROTOCOLS = 18;

    static Settings of(Cluster cluster) {
        String version = cluster.settings().getOrDefault("linkerd-version", "2.18");
        Matcher matcher = VERSION.matcher(version);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) < OLDEST) {
            throw new UnsupportedOperationException("the model of Linkerd does not know the version " + version);
        }
        return new Settings(
                Integer.parseInt(matcher.group(1)),
                cluster.settings().getOrDefault("gateway-api", "1.2"),
                cluster.settings().getOrDefault("control-plane-namespace", "linkerd"),
                cluster.options().trustDomain());
    }

    /** Whether the cluster has the resources of the Gateway API. */
    boolean hasGatewayApi() {
        return !gatewayApi.equals("none");
    }

    /** Whether TCPRoutes of the version that Linkerd reads are there. */
    boolean hasTcpRoutes() {
        return minor >= WITH_TCP_ROUTES && gatewayApi.contains("experimental");
    }

    /** Whether the appProtocol of a Service port counts. */
    boolean readsAppProtocols() {
        return minor >= WITH_APP_PROTOCOLS;
    }

    /** Whether several Servers for one port are admitted, and the oldest counts. */
    boolean ordersServers() {
        return minor >= WITH_APP_PROTOCOLS;
    }

    /** The name that a service account has in certificates. */
    String identity(String account, String namespace) {
        return account + "." + suffix(namespace);
    }

    /** What the names of all service accounts of a namespace end with. */
    String suffix(String namespace) {
        return namespace + ".serviceaccount.identity." + controlPlane + "." + trustDomain;
    }
}
