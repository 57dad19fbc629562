package io.github.smi4j.convert;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.model.PortMatch;
import io.github.smi4j.model.Ports;
import io.github.smi4j.model.TCPRoute;
import java.util.Optional;

/** TCPRoute: ports since v1alpha4, {@code spec} since v1alpha3. */
final class TcpRouteConversion {
    private static final FieldPath MATCHES = FieldPath.of("spec", "matches");

    private TcpRouteConversion() {}

    static Optional<TCPRoute> convert(Step<TCPRoute> step) {
        TCPRoute route = step.resource();
        Optional<PortMatch> matches = step.isTo("v1alpha4") ? Optional.of(route.matches()) : withoutPorts(step);
        Optional<UnknownFieldsMove> unknown = UnknownFieldsMove.of(step, route.otherSpec(), route.other());
        return matches.flatMap(m -> unknown.map(u -> route.toBuilder()
                .apiVersion(step.apiVersion())
                .matches(m)
                .otherSpec(u.ofSpec())
                .other(u.ofDocument())
                .build()));
    }

    private static Optional<PortMatch> withoutPorts(Step<TCPRoute> step) {
        PortMatch match = step.resource().matches();
        boolean allowed = true;
        if (match.ports() instanceof Ports.Listed || !match.other().isEmpty()) {
            allowed = step.widen(
                    ConversionCode.PORTS_REFUSED,
                    ConversionCode.PORTS_LEFT_OUT,
                    MATCHES,
                    "does not exist in " + step.apiVersion() + "; without it the route means every port");
        }
        if (allowed && match.name().isPresent()) {
            step.report(
                    ConversionCode.MATCH_NAME_LEFT_OUT,
                    MATCHES.field("name"),
                    "does not exist in " + step.apiVersion() + "; "
                            + UserText.show(match.name().get()) + " was left out");
        }
        return allowed ? Optional.of(PortMatch.allPorts()) : Optional.empty();
    }
}
