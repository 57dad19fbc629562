package io.github.smi4j.internal.codec;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.internal.tree.PlainTrees;
import io.github.smi4j.model.Decoded;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.SmiResource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The codecs of all kinds. */
public final class Codecs {
    private Codecs() {}

    /** Decodes any SMI resource from a tree that any parser made. */
    public static Decoded<SmiResource> decode(Map<String, ?> tree) {
        return decodeFrozen(tree, frozen -> decodeDocument(frozen, Locator.NOWHERE));
    }

    /** Decodes a resource of one kind from a tree that any parser made; any other kind is a finding. */
    public static Decoded<SmiResource> decode(Map<String, ?> tree, ResourceKind kind) {
        return decodeFrozen(tree, frozen -> {
            Optional<String> other = Documents.text(frozen, "kind").filter(k -> !k.equals(kind.kind()));
            if (other.isEmpty()) {
                return decodeDocument(frozen, Locator.NOWHERE);
            }
            Findings findings = new Findings(Documents.ref(frozen), Locator.NOWHERE);
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
            Findings findings = new Findings(Documents.ref(Map.of()), Locator.NOWHERE);
            findings.report(TextCode.TYPE, e.path(), String.valueOf(e.getMessage()));
            return Decoded.of(Optional.empty(), findings.all());
        }
    }

    /** Decodes a frozen document that {@link Documents#isReadAsSmi} takes for SMI. */
    public static Decoded<SmiResource> decodeDocument(Map<String, Object> tree, Locator locator) {
        Findings findings = new Findings(Documents.ref(tree), locator);
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
        return switch (kind) {
            case TRAFFIC_SPLIT -> new TrafficSplitCodec();
            case TRAFFIC_TARGET -> new TrafficTargetCodec();
            case IDENTITY_BINDING -> new IdentityBindingCodec();
            case HTTP_ROUTE_GROUP -> new HTTPRouteGroupCodec();
            case TCP_ROUTE -> new TCPRouteCodec();
            case UDP_ROUTE -> new UDPRouteCodec();
        };
    }
}
