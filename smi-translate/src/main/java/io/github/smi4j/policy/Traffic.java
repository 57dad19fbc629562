package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.regex.RequestDomain;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is sent. Immutable. */
public sealed interface Traffic {
    /** The transport protocol that it is sent over. */
    TransportProtocol protocol();

    /** An HTTP request without any header. */
    static Http http(String method, String path) {
        return new Http(method, path, Map.of());
    }

    /** Bytes over TCP that are no HTTP request, so that no rule for requests is for them. */
    static Traffic tcp() {
        return new Tcp();
    }

    /** Datagrams. */
    static Traffic udp() {
        return new Udp();
    }

    /**
     * An HTTP request of the domain that decisions are about: a path that normalisation leaves unchanged, each header once.
     *
     * @param method as it is sent, for example {@code GET}
     * @param path without query and fragment, for example {@code /orders/1}
     * @param headers by their names, which become lower case
     */
    record Http(String method, String path, Map<String, String> headers) implements Traffic {
        /** Refuses a request outside the domain, since its decision could differ from mesh to mesh. */
        public Http {
            if (!HttpTokens.isToken(method)) {
                throw new IllegalArgumentException(
                        "a method is a token of HTTP, for example GET, was " + UserText.show(method));
            }
            if (!RequestDomain.PATH.contains(path)) {
                throw new IllegalArgumentException(
                        "a path begins with / and is normal: printable ASCII without ?, # and \\,"
                                + " and without . and .. as segments; was " + UserText.show(path));
            }
            headers = lowerCase(headers);
        }

        /** The same request with one header more. */
        public Http header(String name, String value) {
            Map<String, String> more = new TreeMap<>(headers);
            if (more.put(name.toLowerCase(Locale.ROOT), value) != null) {
                throw new IllegalArgumentException("the header " + UserText.show(name) + " is given twice");
            }
            return new Http(method, path, more);
        }

        private static SortedMap<String, String> lowerCase(Map<String, String> given) {
            SortedMap<String, String> headers = new TreeMap<>();
            given.forEach((name, value) -> {
                if (!HttpTokens.isToken(name)) {
                    throw new IllegalArgumentException(
                            "the name of a header is a token of HTTP, was " + UserText.show(name));
                }
                if (!RequestDomain.HEADER.contains(value)) {
                    throw new IllegalArgumentException(
                            "the value of a header is printable ASCII without outer blanks, was "
                                    + UserText.show(value));
                }
                if (headers.put(name.toLowerCase(Locale.ROOT), value) != null) {
                    throw new IllegalArgumentException("the header " + UserText.show(name) + " is given twice");
                }
            });
            return Collections.unmodifiableSortedMap(headers);
        }

        @Override
        public TransportProtocol protocol() {
            return TransportProtocol.TCP;
        }

        /** Whether it is one of the requests of a match. */
        public boolean matches(ResolvedMatch match) {
            return MatchFailure.of(match, this).isEmpty();
        }

        /** Method and path. */
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** Bytes over TCP that are no HTTP request. */
    record Tcp() implements Traffic {
        @Override
        public TransportProtocol protocol() {
            return TransportProtocol.TCP;
        }

        /** {@code TCP}. */
        @Override
        public String toString() {
            return "TCP";
        }
    }

    /** Datagrams. */
    record Udp() implements Traffic {
        @Override
        public TransportProtocol protocol() {
            return TransportProtocol.UDP;
        }

        /** {@code UDP}. */
        @Override
        public String toString() {
            return "UDP";
        }
    }
}
