package io.github.smi4j.translate.consul.internal;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.translate.consul.ConsulOptions;
import io.github.smi4j.translate.consul.DefaultsMode;
import io.github.smi4j.translate.spi.ResourceFields;
import io.github.smi4j.translate.spi.TranslationContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Config entries of the input, which are in force beside those that are emitted, and are never overwritten. */
final class ExistingEntries {
    private static final String INTENTIONS = "ServiceIntentions";
    private static final String SERVICE_DEFAULTS = "ServiceDefaults";
    private static final Set<String> CHAINING = Set.of("ServiceResolver", "ServiceSplitter", "ServiceRouter");
    private static final String PERMISSIVE = "permissive";

    private final List<OtherResource> entries;
    private final Map<String, Map<ConsulName, List<OtherResource>>> byKind = new TreeMap<>();
    private final Map<ConsulName, List<OtherResource>> intentions = new TreeMap<>();
    private final Optional<ResourceRef> allowingAll;
    private final Set<ConsulName> chained = new TreeSet<>();
    private final ConsulNames names;
    private final Catalog catalog;
    private final boolean generated;
    private final String defaultNamespace;

    ExistingEntries(TranslationContext in, ConsulNames names, Catalog catalog) {
        this.entries = in.inventory().meshResources("consul.hashicorp.com").stream()
                .sorted(Comparator.comparing(OtherResource::ref))
                .toList();
        this.names = names;
        this.catalog = catalog;
        this.generated = in.option(ConsulOptions.SERVICE_DEFAULTS) == DefaultsMode.GENERATE;
        this.defaultNamespace = in.policy().options().defaultNamespace();
        for (OtherResource entry : entries) {
            byKind.computeIfAbsent(entry.kind(), kind -> new TreeMap<>())
                    .computeIfAbsent(names.of(namespace(entry), entry.ref().name()), name -> new ArrayList<>())
                    .add(entry);
            if (CHAINING.contains(entry.kind()) && !ResourceFields.isOurs(entry)) {
                chained.addAll(chain(entry));
            }
            if (entry.kind().equals(INTENTIONS)) {
                Map<?, ?> destination = destination(entry);
                ConsulName service =
                        new ConsulName(namespaceOf(destination, entry), ResourceFields.text(destination, "name"));
                intentions.computeIfAbsent(service, name -> new ArrayList<>()).add(entry);
            }
        }
        this.allowingAll = entries.stream()
                .filter(entry -> entry.kind().equals(INTENTIONS)
                        && "*".equals(destination(entry).get("name")))
                .filter(ExistingEntries::allowsSomebody)
                .map(this::ref)
                .findFirst();
    }

    /** An entry of a kind for a service, but for an earlier output of this name in this namespace of Kubernetes. */
    Optional<ResourceRef> taken(String kind, ConsulName service, String namespace) {
        return of(kind, service)
                .filter(entry ->
                        !(ResourceFields.isOurs(entry) && namespace(entry).equals(namespace)))
                .map(this::ref)
                .findFirst();
    }

    /** An entry that sends elsewhere what is meant for a service: a splitter or a resolver. */
    Optional<ResourceRef> diversion(ConsulName service) {
        return Stream.concat(of("ServiceSplitter", service), of("ServiceResolver", service))
                .map(this::ref)
                .findFirst();
    }

    /** An entry of others that says where traffic for a service goes. */
    Optional<ResourceRef> wayOfOthers(ConsulName service) {
        return CHAINING.stream()
                .sorted()
                .flatMap(kind -> of(kind, service))
                .filter(entry -> !ResourceFields.isOurs(entry))
                .map(this::ref)
                .findFirst();
    }

    /** Any entry of a kind for a service. */
    Optional<ResourceRef> any(String kind, ConsulName service) {
        return of(kind, service).map(this::ref).findFirst();
    }

    /** Intentions of others for a service. */
    Optional<ResourceRef> intentions(ConsulName service, String namespace) {
        return intentions.getOrDefault(service, List.of()).stream()
                .filter(entry -> !(ResourceFields.isOurs(entry)
                        && namespace(entry).equals(namespace)
                        && entry.ref().name().equals(service.name())))
                .map(this::ref)
                .findFirst();
    }

    private static Map<?, ?> destination(OtherResource entry) {
        return ResourceFields.object(ResourceFields.spec(entry), "destination");
    }

    /** The Consul namespace of a destination, which is that of the entry where it is not written. */
    private String namespaceOf(Map<?, ?> destination, OtherResource entry) {
        String written = ResourceFields.text(destination, "namespace");
        String own = names.of(namespace(entry), "").namespace();
        return written.isEmpty() || names.areGlobal() ? own : written;
    }

    /** The first intentions for all services that let somebody in. */
    Optional<ResourceRef> allowingAll() {
        return allowingAll;
    }

    private static boolean allowsSomebody(OtherResource entry) {
        return ResourceFields.objects(ResourceFields.spec(entry), "sources")
                .anyMatch(source -> !"deny".equals(source.get("action")));
    }

    /** The ServiceDefaults of others for a service. */
    Optional<ResourceRef> defaults(ConsulName service) {
        return defaultsOf(service).map(this::ref);
    }

    /** Whether the ServiceDefaults of others for a service insist on mutual TLS. */
    boolean isStrict(ConsulName service) {
        return defaultsOf(service)
                .filter(entry -> ResourceFields.text(ResourceFields.spec(entry), "mutualTLSMode")
                        .equals("strict"))
                .isPresent();
    }

    private Optional<OtherResource> defaultsOf(ConsulName service) {
        return of(SERVICE_DEFAULTS, service)
                .filter(entry -> !isReplaced(entry, service))
                .findFirst();
    }

    /** Whether it is an earlier output that is written again, which one of another namespace is not. */
    private boolean isReplaced(OtherResource entry, ConsulName service) {
        return generated && ResourceFields.isOurs(entry) && catalog.mayWrite(service, namespace(entry));
    }

    /**
     * What a service speaks by entries of others: ServiceDefaults, which mean tcp if they do not say, else ProxyDefaults, but
     * for those that say tcp, since ServiceDefaults may say otherwise; absent where they leave it open.
     */
    Optional<String> protocol(ConsulName service) {
        return defaultsOf(service)
                .map(entry -> ResourceFields.text(ResourceFields.spec(entry), "protocol"))
                .map(protocol -> PortProtocol.isKnown(protocol) ? protocol : PortProtocol.TCP)
                .or(this::usualProtocol)
                .or(() -> isInChain(service) ? Optional.of(PortProtocol.TCP) : Optional.empty());
    }

    /**
     * Whether entries of others lead from or to a service. Its protocol must stay what it is, since Consul refuses one that the
     * other services of the chain do not have.
     */
    private boolean isInChain(ConsulName service) {
        return chained.contains(service);
    }

    private Set<ConsulName> chain(OtherResource entry) {
        Map<?, ?> spec = ResourceFields.spec(entry);
        Set<ConsulName> chain = new TreeSet<>();
        Stream.of(
                        Stream.of(
                                entry.ref().name(),
                                ResourceFields.text(ResourceFields.object(spec, "redirect"), "service")),
                        ResourceFields.objects(spec, "splits").map(split -> ResourceFields.text(split, "service")),
                        ResourceFields.objects(spec, "routes")
                                .map(route ->
                                        ResourceFields.text(ResourceFields.object(route, "destination"), "service")))
                .flatMap(services -> services)
                .filter(name -> !name.isEmpty())
                .forEach(name -> chain.add(names.of(namespace(entry), name)));
        return chain;
    }

    private Optional<String> usualProtocol() {
        return proxyDefaults()
                .map(entry ->
                        ResourceFields.text(ResourceFields.object(ResourceFields.spec(entry), "config"), "protocol"))
                .filter(protocol -> PortProtocol.isKnown(protocol) && PortProtocol.hasRequests(protocol))
                .findFirst();
    }

    private Stream<OtherResource> proxyDefaults() {
        return entries.stream()
                .filter(entry -> entry.kind().equals("ProxyDefaults")
                        && entry.ref().name().equals("global"));
    }

    /** What lets callers without mutual TLS reach a service. */
    Optional<ResourceRef> permissive(ConsulName service) {
        Optional<OtherResource> own = defaultsOf(service)
                .filter(entry -> !ResourceFields.text(ResourceFields.spec(entry), "mutualTLSMode")
                        .isEmpty());
        return own.or(() -> proxyDefaults().findFirst())
                .filter(ExistingEntries::isPermissive)
                .map(this::ref);
    }

    private static boolean isPermissive(OtherResource entry) {
        return PERMISSIVE.equals(ResourceFields.text(ResourceFields.spec(entry), "mutualTLSMode"));
    }

    /** What lets callers without mutual TLS reach some service of a namespace of Consul. */
    Optional<ResourceRef> permissiveForSome(String consulNamespace) {
        return Stream.concat(defaultsIn(consulNamespace), proxyDefaults())
                .filter(ExistingEntries::isPermissive)
                .map(this::ref)
                .findFirst();
    }

    /** What changes the proxies of some service of a namespace of Consul. */
    Set<ResourceRef> alteringSome(String consulNamespace) {
        return refs(Stream.concat(defaultsIn(consulNamespace), proxyDefaults()).filter(ExistingEntries::alters));
    }

    private Stream<OtherResource> defaultsIn(String consulNamespace) {
        return byKind.getOrDefault(SERVICE_DEFAULTS, Map.of()).entrySet().stream()
                .filter(entry -> entry.getKey().namespace().equals(consulNamespace))
                .flatMap(entry -> entry.getValue().stream().filter(other -> !isReplaced(other, entry.getKey())));
    }

    private Set<ResourceRef> refs(Stream<OtherResource> found) {
        return found.map(this::ref).collect(Collectors.toCollection(TreeSet::new));
    }

    /** ServiceDefaults and ProxyDefaults that change what the proxies of a service let in, past intentions. */
    Set<ResourceRef> altering(ConsulName service) {
        return refs(
                Stream.concat(of(SERVICE_DEFAULTS, service), proxyDefaults()).filter(ExistingEntries::alters));
    }

    private static boolean alters(OtherResource entry) {
        Map<?, ?> spec = ResourceFields.spec(entry);
        Map<?, ?> expose = ResourceFields.object(spec, "expose");
        return !ResourceFields.list(spec, "envoyExtensions").isEmpty()
                || !ResourceFields.list(expose, "paths").isEmpty()
                || Boolean.TRUE.equals(expose.get("checks"))
                || ResourceFields.object(spec, "config").keySet().stream()
                        .anyMatch(key -> String.valueOf(key).startsWith("envoy_"));
    }

    private Stream<OtherResource> of(String kind, ConsulName service) {
        return byKind.getOrDefault(kind, Map.of()).getOrDefault(service, List.of()).stream();
    }

    private String namespace(OtherResource entry) {
        return entry.ref().namespace().orElse(defaultNamespace);
    }

    private ResourceRef ref(OtherResource entry) {
        return entry.ref().withDefaultNamespace(defaultNamespace);
    }
}
