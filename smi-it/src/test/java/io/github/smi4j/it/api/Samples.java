package io.github.smi4j.it.api;

import static java.util.Map.entry;

import io.github.smi4j.convert.Conversion;
import io.github.smi4j.convert.SmiConverter;
import io.github.smi4j.diagnostic.CodeDefinition;
import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.SourcePosition;
import io.github.smi4j.diagnostic.SourceText;
import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.manifest.ReaderLimits;
import io.github.smi4j.model.Decoded;
import io.github.smi4j.model.Edge;
import io.github.smi4j.model.Manifest;
import io.github.smi4j.model.Metric;
import io.github.smi4j.model.MetricsBackend;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.model.ObjectReference;
import io.github.smi4j.model.Origin;
import io.github.smi4j.model.OtherFields;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.model.PodLabelSelector;
import io.github.smi4j.model.Quantity;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.model.TrafficMetrics;
import io.github.smi4j.model.TrafficMetricsList;
import io.github.smi4j.model.TrafficSplit;
import io.github.smi4j.policy.Caller;
import io.github.smi4j.policy.OptionKey;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.Translator;
import io.github.smi4j.translate.consul.config.HeaderMatch;
import io.github.smi4j.translate.consul.config.HttpMatch;
import io.github.smi4j.translate.consul.config.PathMatch;
import io.github.smi4j.translate.consul.config.SourceIntention;
import io.github.smi4j.validation.SmiValidator;
import io.github.smi4j.validation.ValidationResult;
import io.github.smi4j.validation.spi.Rule;
import io.github.smi4j.validation.spi.SetResource;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Values of the types of the API. Those with a builder get every field set, records every component; the same number makes an
 * equal value, another number mostly another one. A new type needs nothing here unless it has a rule about its fields.
 */
final class Samples {
    /** Types with factories, or with rules that an arbitrary text or number breaks. */
    private static final Map<Class<?>, IntFunction<Object>> BY_HAND = Map.ofEntries(
            entry(CodeDefinition.class, n -> code(n).definition()),
            entry(DiagnosticCode.class, Samples::code),
            entry(
                    FieldPath.class,
                    n -> FieldPath.of("spec", "field" + n).index(n).key("key")),
            entry(SourceText.class, n -> SourceText.of("file" + n, "a: 1\nb: 2\n")),
            entry(SourcePosition.class, n -> SourcePosition.of(make(SourceText.class, n), 2, 1 + n)),
            entry(Diagnostic.class, Samples::diagnostic),
            entry(Quantity.class, n -> Quantity.parse(n + "500m")),
            entry(OtherFields.class, n -> OtherFields.of(fields(n))),
            entry(OtherResource.class, n -> OtherResource.of(tree(n))),
            entry(Manifest.class, n -> OtherResource.of(tree(n))),
            entry(SmiResource.class, n -> make(TrafficSplit.class, n)),
            entry(ResourceSet.class, Samples::resourceSet),
            entry(
                    ResourceSet.Entry.class,
                    n -> make(ResourceSet.class, n).entries().get(0)),
            entry(Origin.class, n -> read(n).entries().get(0).origin().orElseThrow()),
            entry(OptionKey.class, n -> PolicyOptions.CLUSTER_DOMAIN),
            entry(
                    Decoded.class,
                    n -> SmiResource.decode(make(SmiResource.class, n).toTree())),
            entry(SmiConverter.class, n -> SmiConverter.to("split.smi-spec.io/v1alpha" + (4 - n % 2))),
            entry(Conversion.class, n -> make(SmiConverter.class, n).convert(make(ResourceSet.class, n))),
            entry(ReaderLimits.class, n -> ReaderLimits.defaults().maxNodes(1 + n)),
            entry(TrafficMetrics.class, Samples::metrics),
            entry(
                    TrafficMetricsList.class,
                    n -> TrafficMetricsList.builder()
                            .apiVersion("metrics.smi-spec.io/v1alpha" + (2 - n % 2))
                            .metadata(make(OtherFields.class, n))
                            .resource(make(ObjectReference.class, n))
                            .selector(make(PodLabelSelector.class, n))
                            .other(make(OtherFields.class, n))
                            .addItem(metrics(n))
                            .build()),
            entry(Caller.class, n -> Caller.serviceAccount("shop", "web" + n)),
            entry(Caller.Spiffe.class, n -> Caller.spiffe("spiffe://partner.example/batch" + n)),
            entry(Traffic.Http.class, n -> Traffic.http("GET", "/a" + n).header("x-a", "b" + n)),
            entry(Translator.class, n -> MeshTranslators.load().get("istio")),
            entry(Rule.class, n -> SmiValidator.create().rules().get(n)),
            entry(ClassLoader.class, n -> Samples.class.getClassLoader()),
            entry(
                    SetResource.class,
                    n -> new SetResource<>(
                            make(TrafficSplit.class, n),
                            make(TrafficSplit.class, n).ref(),
                            make(ResourceSet.Entry.class, n))),
            entry(ValidationResult.class, n -> SmiValidator.create().validate(make(SmiResource.class, n))),
            entry(PathMatch.class, n -> new PathMatch(PathMatch.Kind.values()[n % 3], "/text" + n)),
            entry(HeaderMatch.class, n -> new HeaderMatch("text" + n, HeaderMatch.Kind.REGEX, "text" + n)),
            entry(
                    SourceIntention.class,
                    n -> new SourceIntention(
                            "text" + n, Optional.of("text" + n), true, List.of(make(HttpMatch.class, n)), "text" + n)),
            entry(BigInteger.class, n -> BigInteger.valueOf(n)),
            entry(BigDecimal.class, n -> new BigDecimal(n + ".5")),
            entry(Duration.class, n -> Duration.ofSeconds(n)),
            entry(Instant.class, n -> Instant.ofEpochSecond(n)),
            entry(Consumer.class, n -> (Consumer<Object>) value -> {}));

    private Samples() {}

    static <T> T make(Class<T> type, int number) {
        return type.cast(make((Type) type, number));
    }

    /** A value of a type as a signature names it. */
    static Object make(Type type, int number) {
        if (type instanceof WildcardType w) {
            return make(w.getLowerBounds().length > 0 ? w.getLowerBounds()[0] : w.getUpperBounds()[0], number);
        }
        if (type instanceof TypeVariable<?>) {
            return "text" + number;
        }
        if (type instanceof ParameterizedType p) {
            return generic((Class<?>) p.getRawType(), p.getActualTypeArguments(), number);
        }
        return plain((Class<?>) type, number);
    }

    private static Object generic(Class<?> raw, Type[] arguments, int number) {
        if (raw == Optional.class) {
            return Optional.of(make(arguments[0], number));
        }
        if (raw == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            map.put(make(arguments[0], number), make(arguments[1], number));
            map.put(make(arguments[0], number + 1), make(arguments[1], number + 1));
            return map;
        }
        if (raw == Set.class) {
            return new LinkedHashSet<>(list(arguments[0], number));
        }
        if (raw == SortedSet.class) {
            return new TreeSet<>(list(arguments[0], number));
        }
        if (raw == List.class || raw == Collection.class || raw == Iterable.class) {
            return list(arguments[0], number);
        }
        return plain(raw, number);
    }

    private static List<Object> list(Type element, int number) {
        return new ArrayList<>(List.of(make(element, number), make(element, number + 1)));
    }

    private static Object plain(Class<?> type, int number) {
        if (BY_HAND.containsKey(type)) {
            return BY_HAND.get(type).apply(number);
        }
        if (type == String.class || type == Object.class) {
            return "text" + number;
        }
        if (type == int.class || type == Integer.class) {
            return 80 + number;
        }
        if (type == long.class || type == Long.class) {
            return 80L + number;
        }
        if (type == double.class || type == Double.class) {
            return number + 0.5;
        }
        if (type == boolean.class || type == Boolean.class) {
            return number % 2 == 1;
        }
        if (type == OptionalInt.class) {
            return OptionalInt.of(80 + number);
        }
        if (type.isArray()) {
            Object array = Array.newInstance(type.getComponentType(), 2);
            Array.set(array, 0, make(type.getComponentType(), number));
            Array.set(array, 1, make(type.getComponentType(), number + 1));
            return array;
        }
        try {
            return ofOurs(type, number);
        } catch (ReflectiveOperationException | IllegalArgumentException | IllegalStateException e) {
            throw new IllegalStateException("no sample of " + type.getName() + ": say how in " + Samples.class, e);
        }
    }

    private static Object ofOurs(Class<?> type, int number) throws ReflectiveOperationException {
        if (type.isEnum()) {
            return type.getEnumConstants()[number % type.getEnumConstants().length];
        }
        if (type.isRecord()) {
            return ofRecord(type, number);
        }
        if (hasBuilder(type)) {
            return ofBuilder(type, number);
        }
        if (type.isSealed()) {
            Class<?>[] permitted = type.getPermittedSubclasses();
            return make((Type) permitted[number % permitted.length], number);
        }
        throw new IllegalArgumentException("neither an enum, nor a record, nor sealed, nor with a builder");
    }

    private static Object ofRecord(Class<?> type, int number) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Constructor<?> constructor = type.getConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        return constructor.newInstance(Arrays.stream(components)
                .map(component -> make(component.getGenericType(), number))
                .toArray());
    }

    /** Whether the type has a builder that needs nothing to begin with. */
    static boolean hasBuilder(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .anyMatch(m -> Modifier.isStatic(m.getModifiers())
                        && m.getName().equals("builder")
                        && m.getParameterCount() == 0);
    }

    private static Object ofBuilder(Class<?> type, int number) throws ReflectiveOperationException {
        Object builder = type.getMethod("builder").invoke(null);
        boolean versioned = SmiResource.class.isAssignableFrom(type);
        for (Method accessor : Values.accessors(type)) {
            if (!(versioned && accessor.getName().equals("apiVersion"))) {
                Optional<Method> setter = setters(builder, accessor.getName()).stream()
                        .min(Comparator.comparing(Method::toGenericString));
                if (setter.isPresent()) {
                    setter.get().invoke(builder, make(setter.get().getGenericParameterTypes()[0], number));
                }
            }
        }
        return versioned ? ofVersion((SmiResource) build(builder), builder, number) : build(builder);
    }

    /** The resource in a version of its kind, or in the nearest one that has all its fields; the newest first. */
    private static Object ofVersion(SmiResource resource, Object builder, int number)
            throws ReflectiveOperationException {
        List<String> versions = resource.resourceKind().versions();
        String version = versions.get(versions.size() - 1 - number % versions.size());
        setters(builder, "apiVersion")
                .get(0)
                .invoke(builder, resource.resourceKind().apiVersion(version));
        return build(builder);
    }

    /** The methods of a builder that set the field of this name. */
    static List<Method> setters(Object builder, String field) {
        return Arrays.stream(builder.getClass().getMethods())
                .filter(m -> m.getName().equals(field) && m.getParameterCount() == 1 && !m.isSynthetic())
                .filter(m -> m.getParameterTypes()[0] != Consumer.class)
                .peek(m -> m.setAccessible(true)) // the class that declares it may be generated
                .toList();
    }

    static Object build(Object builder) throws ReflectiveOperationException {
        return builder.getClass().getMethod("build").invoke(builder);
    }

    private static TrafficMetrics metrics(int number) {
        return TrafficMetrics.builder()
                .apiVersion("metrics.smi-spec.io/v1alpha" + (2 - number % 2))
                .metadata(make(OtherFields.class, number))
                .resource(make(ObjectReference.class, number))
                .edge(make(Edge.class, number))
                .backend(make(MetricsBackend.class, number))
                .timestamp(make(Instant.class, number))
                .window(make(Duration.class, number))
                .addMetric(make(Metric.class, number))
                .other(make(OtherFields.class, number))
                .build();
    }

    private static DiagnosticCode code(int number) {
        return TextCode.values()[number];
    }

    private static Diagnostic diagnostic(int number) {
        return Diagnostic.builder(code(number))
                .resource(make(ResourceRef.class, number))
                .path(make(FieldPath.class, number))
                .position(Optional.of(make(SourcePosition.class, number)))
                .message("message" + number)
                .help("help" + number)
                .build();
    }

    /** Fields that the model does not know, with what trees have: lists in maps, maps in lists, null. */
    private static Map<String, Object> fields(int number) {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("nothing", null);
        inner.put("list", List.of("a", Map.of("number", number)));
        return Map.of("unknown", inner);
    }

    /** A document of a kind that is not SMI's. */
    private static Map<String, Object> tree(int number) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("apiVersion", "example.com/v1");
        tree.put("kind", "Example");
        tree.put("metadata", Map.of("name", "text" + number));
        tree.putAll(fields(number));
        return tree;
    }

    /** Resources that were built, an object of another kind, one that could not be read, and text that was no object. */
    private static ResourceSet resourceSet(int number) {
        return ResourceSet.builder()
                .add(TrafficSplit.builder()
                        .metadata(make(ObjectMeta.class, number))
                        .service("text" + number)
                        .build())
                .add(OtherResource.of(tree(number)))
                .addTree(Map.of("kind", "TrafficSplit", "apiVersion", "split.smi-spec.io/v1alpha4", "spec", number))
                .addDiagnostic(diagnostic(number))
                .addAll(read(number))
                .build();
    }

    private static ResourceSet read(int number) {
        return ManifestReader.create().read("kind: TCPRoute\nmetadata: {name: text" + number + "}", "file" + number);
    }
}
