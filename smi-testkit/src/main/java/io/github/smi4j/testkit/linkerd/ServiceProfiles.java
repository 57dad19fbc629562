package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.model.Quantity;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.mesh.Routes;
import io.github.smi4j.testkit.mesh.Routes.Place;
import io.github.smi4j.testkit.tree.Fields;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the ServiceProfile of a Service does: it splits everything that is sent there, and if it has routes or a split there are
 * no HTTPRoutes. Weights are counted in ten-thousandths of 32 bits: where they overflow, the proxy panics or counts wrong, and
 * nobody answers. A split whose weights are all 0 is none.
 */
final class ServiceProfiles {
    private static final Pattern PORT = Pattern.compile("(.*?)(?::([0-9]{1,5}))?");
    private static final BigDecimal MILLI = BigDecimal.valueOf(1000);
    private static final BigInteger SCALE = BigInteger.TEN;
    private static final BigInteger OVERFLOW = BigInteger.ONE.shiftLeft(32);

    private final ResourcesInForce resources;
    private final String clusterDomain;
    private final Backends backends;

    ServiceProfiles(ResourcesInForce resources, Cluster cluster, Backends backends) {
        this.resources = resources;
        this.clusterDomain = cluster.options().clusterDomain();
        this.backends = backends;
    }

    /** Whether a profile of the Service has routes, which have no say in where requests go. */
    boolean hasRoutes(ServiceName service) {
        return of(service)
                .filter(profile -> !Fields.list(profile.spec(), "routes").isEmpty())
                .isPresent();
    }

    /** How a profile splits what is sent to the Service; absent if it does not. */
    Optional<Routes> split(ServiceName service, int port) {
        List<Map<?, ?>> targets = of(service).stream()
                .flatMap(profile -> Fields.objects(profile.spec(), "dstOverrides").stream())
                .toList();
        SortedMap<Place, BigInteger> weights = new TreeMap<>();
        BigInteger refused = BigInteger.ZERO;
        BigInteger sum = BigInteger.ZERO;
        for (Map<?, ?> target : targets) {
            Fields.requireKnown(target, "a dstOverride", "authority", "weight");
            BigInteger weight = weight(target);
            sum = sum.add(weight);
            Optional<Place> place = place(Fields.text(target, "authority"), port);
            if (place.isPresent()) {
                weights.merge(place.get(), weight, BigInteger::add);
            } else {
                refused = refused.add(weight);
            }
        }
        if (sum.signum() == 0) {
            return Optional.empty();
        }
        boolean overflows = sum.compareTo(OVERFLOW) >= 0;
        return Optional.of(overflows ? Routes.none() : new Routes(weights, refused));
    }

    /** As the control plane counts it: thousandths, rounded up, times ten, in 32 bits. */
    private static BigInteger weight(Map<?, ?> target) {
        String text = target.containsKey("weight") ? String.valueOf(target.get("weight")) : "0";
        BigInteger milli = Quantity.parse(text)
                .value()
                .multiply(MILLI)
                .setScale(0, RoundingMode.CEILING)
                .toBigInteger();
        return milli.multiply(SCALE).mod(OVERFLOW);
    }

    private Optional<Place> place(String authority, int called) {
        Matcher matcher = PORT.matcher(authority);
        String suffix = ".svc." + clusterDomain;
        if (matcher.matches() && matcher.group(1).endsWith(suffix)) {
            String host = matcher.group(1);
            String[] parts = host.substring(0, host.length() - suffix.length()).split("\\.", -1);
            if (parts.length == 2) {
                int port = matcher.group(2) == null ? called : Integer.parseInt(matcher.group(2));
                return backends.place(new ServiceName(parts[1], parts[0]), port);
            }
        }
        throw new UnsupportedOperationException("the model of Linkerd does not know the authority " + authority);
    }

    private Optional<Resource> of(ServiceName service) {
        Optional<Resource> found = Optional.empty();
        for (Resource profile : resources.ofKind(Resource.PROFILES, "ServiceProfile")) {
            if (!profile.name().equals(service.dnsName(clusterDomain))) {
                continue;
            }
            Fields.requireKnown(profile.spec(), "a ServiceProfile", "routes", "dstOverrides");
            if (profile.namespace().equals(service.namespace())) {
                found = Optional.of(profile);
            } else if (!profile.spec().isEmpty()) {
                throw new UnsupportedOperationException(
                        "the model of Linkerd does not know what " + profile + " does for clients of its namespace");
            }
        }
        return found;
    }
}
