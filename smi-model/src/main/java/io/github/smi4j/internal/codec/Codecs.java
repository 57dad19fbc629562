package io.github.smi4j.internal.codec;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.internal.tree.PlainTrees;
import io.github.smi4j.model.Decoded;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.model.Origin;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.SmiResource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The codecs of all kinds. */
public final class Codecs {
    private static final Map<ResourceKind, KindCodec<?>> CODECS = Map.of(
            ResourceKind.TRAFFIC_SPLIT, new TrafficSplitCodec(),
            ResourceKind.TRAFFIC_TARGET, new TrafficTargetCodec(),
            ResourceKind.IDENTITY_BINDING, new IdentityBindingCodec(),
            ResourceKind.HTTP_ROUTE_GROUP, new HTTPRouteGroupCodec(),
            ResourceKind.TCP_ROUTE, new TCPRouteCodec(),
            ResourceKind.UDP_ROUTE, new UDPRouteCodec());

    private Codecs() {}

    /** Decodes any SMI resource from a tree that any parser made. */
    public static Decoded<SmiResource> decode(Map<String, ?> tree) {
        return decodeFrozen(tree, frozen -> decodeDocument(frozen, Optional.empty()));
    }

    /** Decodes a resource of one kind from a tree that any parser made; any other kind is a finding. */
    public static Decoded<SmiResource> decode(Map<String, ?> tree, ResourceKind kind) {
        return decodeFrozen(tree, frozen -> {
            Optional<String> other = Documents.text(frozen, "kind").filter(k -> !k.equals(kind.kind()));
            if (other.isEmpty()) {
                return decodeDocument(frozen, Optional.empty());
            }
            Findings findings = new Findings(frozen, Optional.empty());
            findings.wrongType(FieldPath.of("kind"), "\"" + kind + "\"", other.get());
            return Decoded.of(Optional.empty(), findings.all());
        });
    }

    private static Decoded<SmiResource> decodeFrozen(
            Map<String, ?> tree, Function<Map<String, Object>, Decoded<SmiResource>> decode) {
        Objects.requireNonNull(tree, "tree");
        try {
            return decode.apply(PlainTrees.freeze(tree));
        } catch (PlainTrees.NotPlainException e) {
            Findings findings = new Findings(Map.of(), Optional.empty());
            findings.report(TextCode.TYPE, e.path(), String.valueOf(e.getMessage()));
            return Decoded.of(Optional.empty(), findings.all());
        }
    }

    /** Decodes a frozen document that {@link Documents#isReadAsSmi} takes for SMI. */
    public static Decoded<SmiResource> decodeDocument(Map<String, Object> tree, Optional<Origin> origin) {
        Findings findings = new Findings(tree, origin);
        Optional<SmiResource> remainder = DocumentHeader.read(tree, findings).flatMap(header -> {
            KindCodec<?> codec = codec(header.kind());
            Document document = Document.open(header, tree, codec.specFields(), findings);
            return codec.decode(document).filter(value -> !document.isMisshapen());
        });
        return Decoded.of(remainder, findings.all());
    }

    /** The document of a value, in the version that it says. */
    public static Map<String, Object> encode(SmiResource value) {
        return PlainTrees.freeze(codec(value.resourceKind()).encode(value));
    }

    /** The metadata of a document. */
    public static Map<String, Object> encode(ObjectMeta metadata) {
        return PlainTrees.freeze(MetadataCodec.encode(metadata));
    }

    /**
     * The nearest version that has all the fields that are set.
     *
     * @throws IllegalStateException if the value says a version that its kind does not have
     */
    public static String nearestApiVersion(SmiResource value) {
        return codec(value.resourceKind()).nearestApiVersion(value);
    }

    private static KindCodec<?> codec(ResourceKind kind) {
        return Objects.requireNonNull(CODECS.get(kind), "a kind without a codec");
    }
}
