package io.github.smi4j.internal.codec;

import io.github.smi4j.model.OtherFields;
import io.github.smi4j.model.UDPRoute;
import java.util.Map;
import java.util.Optional;

/** {@link UDPRoute}, specs v1alpha4. */
final class UDPRouteCodec extends KindCodec<UDPRoute> {
    UDPRouteCodec() {
        super(UDPRoute.class, "matches");
    }

    @Override
    Optional<UDPRoute> decode(Document document) {
        return document.specOrEmpty()
                .flatMap(PortMatches::decode)
                .flatMap(matches -> document.metadata()
                        .map(metadata -> UDPRoute.builder()
                                .apiVersion(document.apiVersion())
                                .origin(document.findings().origin())
                                .metadata(metadata)
                                .matches(matches)
                                .otherSpec(document.otherSpec())
                                .other(document.others())
                                .build()));
    }

    @Override
    void encodeSpec(UDPRoute route, Map<String, Object> spec) {
        spec.put("matches", PortMatches.encode(route.matches()));
    }

    @Override
    OtherFields otherSpec(UDPRoute route) {
        return route.otherSpec();
    }

    @Override
    OtherFields other(UDPRoute route) {
        return route.other();
    }

    @Override
    String nearestVersion(UDPRoute route) {
        return version(route);
    }
}
