package io.github.smi4j.internal.codec;

import io.github.smi4j.model.OtherFields;
import io.github.smi4j.model.PortMatch;
import io.github.smi4j.model.TCPRoute;
import java.util.Map;
import java.util.Optional;

/** {@link TCPRoute}, specs v1alpha1 and v1alpha2 (flat, without fields), v1alpha3 (an empty spec), v1alpha4 (ports). */
final class TCPRouteCodec extends KindCodec<TCPRoute> {
    TCPRouteCodec() {
        super(TCPRoute.class, "matches");
    }

    @Override
    Optional<TCPRoute> decode(Document document) {
        return document.specOrEmpty().flatMap(spec -> {
            if (spec.has("matches") && !document.isVersion("v1alpha4")) {
                document.reportOtherVersion(spec.path("matches"), "v1alpha4");
            }
            return PortMatches.decode(spec)
                    .flatMap(matches -> document.metadata()
                            .map(metadata -> TCPRoute.builder()
                                    .apiVersion(document.apiVersion())
                                    .origin(document.findings().origin())
                                    .metadata(metadata)
                                    .matches(matches)
                                    .otherSpec(document.otherSpec())
                                    .other(document.others())
                                    .build()));
        });
    }

    @Override
    void encodeSpec(TCPRoute route, Map<String, Object> spec) {
        if (version(route).equals("v1alpha4")) {
            spec.put("matches", PortMatches.encode(route.matches()));
        }
    }

    @Override
    OtherFields otherSpec(TCPRoute route) {
        return route.otherSpec();
    }

    @Override
    OtherFields other(TCPRoute route) {
        return route.other();
    }

    @Override
    String nearestVersion(TCPRoute route) {
        return route.matches().equals(PortMatch.allPorts()) ? version(route) : "v1alpha4";
    }
}
