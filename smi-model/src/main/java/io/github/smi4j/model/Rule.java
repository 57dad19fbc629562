package io.github.smi4j.model;

import org.immutables.value.Value;

/** A rule of a TrafficTarget: a traffic spec by reference (SMI traffic-access v1alpha4, {@code rules}). Immutable. */
@Value.Immutable
@SmiStyle
public sealed interface Rule permits ImmutableRule {
    /** {@code HTTPRouteGroup}, {@code TCPRoute} or {@code UDPRoute}. */
    String kind();

    /** The name of the traffic spec, in the namespace of the TrafficTarget. */
    String name();

    /** Which matches of an HTTPRouteGroup are granted; the default is all. */
    MatchNames matches();

    /** Fields this library does not know. */
    OtherFields other();

    /** All matches of an HTTPRouteGroup, or the named ones if any are given. */
    static Rule httpRouteGroup(String name, String... matches) {
        return builder()
                .kind(ResourceKind.HTTP_ROUTE_GROUP.kind())
                .name(name)
                .matches(matches.length == 0 ? MatchNames.all() : MatchNames.of(matches))
                .build();
    }

    /** The ports of a TCPRoute. */
    static Rule tcpRoute(String name) {
        return builder().kind(ResourceKind.TCP_ROUTE.kind()).name(name).build();
    }

    /** The ports of a UDPRoute. */
    static Rule udpRoute(String name) {
        return builder().kind(ResourceKind.UDP_ROUTE.kind()).name(name).build();
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with this value. */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link Rule}; kind and name are required. Not thread-safe. */
    final class Builder extends ImmutableRule.Builder {
        Builder() {
            matches(MatchNames.all());
            other(OtherFields.none());
        }

        @Override
        public Rule build() {
            Rule built = super.build();
            built.other().refuse("kind", "name", "matches");
            return built;
        }
    }
}
