package io.github.smi4j.testkit.istio;

import static io.github.smi4j.testkit.istio.Shop.request;
import static io.github.smi4j.testkit.istio.Shop.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.policy.Traffic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the routes of a VirtualService lead, in which shares, and by the protocol of the port. */
class VirtualServiceRouteTest {
    private static final Traffic GET = request("GET /");
    private static final String BOTH =
            "http: [{route: [{destination: {host: web-v1}}]}], tcp: [{route: [{destination: {host: web-v2}}]}]";

    private static Shop shop(String spec) {
        return Shop.with(resource("VirtualService", "shop", "web", "{hosts: [web], " + spec + "}"));
    }

    private static String route(String destinations) {
        return shop("http: [{route: [" + destinations + "]}]").route("web", 80, GET);
    }

    private static String to(String destination, int weight) {
        return "{destination: " + destination + ", weight: " + weight + "}";
    }

    private static String bytes(String destination) {
        return shop("tcp: [{route: [{destination: " + destination + "}]}]").route("web", 5432, Traffic.tcp());
    }

    @Test
    void weights_areRelative() {
        assertThat(route(to("{host: web-v1}", 3) + ", " + to("{host: web-v2}", 1)))
                .isEqualTo("{shop/web-v1:80=3, shop/web-v2:80=1}");
    }

    @Test
    void weights_0AmongSeveral_takesNothing() {
        assertThat(route(to("{host: web-v1}", 0) + ", " + to("{host: web-v2}", 1)))
                .isEqualTo("{shop/web-v2:80=1}");
        assertThat(route("{destination: {host: web-v1}}, " + to("{host: web-v2}", 1)))
                .isEqualTo("{shop/web-v2:80=1}");
    }

    @Test
    void weights_ofALoneDestination_areIgnored() {
        assertThat(route(to("{host: web-v1}", 0))).isEqualTo("{shop/web-v1:80=1}");
        assertThat(route("{destination: {host: web-v1}}")).isEqualTo("{shop/web-v1:80=1}");
    }

    @Test
    void weights_ofOneDestinationTwice_areAdded() {
        assertThat(route(to("{host: web-v1}", 1) + ", " + to("{host: web-v1}", 2)))
                .isEqualTo("{shop/web-v1:80=3}");
    }

    @Test
    void destination_thatIsTheHostItself_isTheService() {
        assertThat(route(to("{host: web}", 1) + ", " + to("{host: web-v1}", 1)))
                .isEqualTo("{shop/web:80=1, shop/web-v1:80=1}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {host: web-v1}                                           | {shop/web-v1:80=1}
                    {host: web-v1.shop.svc.cluster.local}                    | {shop/web-v1:80=1}
                    {host: web.data.svc.cluster.local}                       | {data/web:80=1}
                    {host: web-v1.shop}                                      | {}, nobody=1
                    {host: web-v1.shop.svc}                                  | {}, nobody=1
                    {host: missing}                                          | {}, nobody=1
                    {host: web-v1, port: {number: 5432}}                     | {shop/web-v1:5432=1}
                    {host: web-v1, port: {number: 81}}                       | {}, nobody=1
                    {host: db}                                               | {}, nobody=1
                    {host: db, port: {number: 3306}}                         | {shop/db:3306=1}
                    """)
    void destination_ofRequests_isByDefaultOnThePortThatIsCalled(String destination, String routes) {
        assertThat(route("{destination: " + destination + "}")).isEqualTo(routes);
    }

    @Test
    void destination_withoutThePort_losesItsShare() {
        assertThat(route(to("{host: web-v1}", 3) + ", " + to("{host: db}", 1)))
                .isEqualTo("{shop/web-v1:80=3}, nobody=1");
    }

    @Test
    void destination_ofANamespaceThatIsNotKnown_isTakenToBeThere() {
        assertThat(route("{destination: {host: web.elsewhere.svc.cluster.local}}"))
                .isEqualTo("{elsewhere/web:80=1}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {host: db}                       | {shop/db:3306=1}
                    {host: web-v1}                   | {shop/web-v1:5432=1}
                    {host: web-v1, port: {number: 80}} | {shop/web-v1:80=1}
                    {host: missing}                  | {}, nobody=1
                    """)
    void destination_ofBytes_isByDefaultOnItsOnlyPort(String destination, String routes) {
        assertThat(bytes(destination)).isEqualTo(routes);
    }

    @Test
    void weights_ofBytes_areShares() {
        assertThat(shop("tcp: [{route: [" + to("{host: web-v1}", 1) + ", " + to("{host: web-v2}", 2) + "]}]")
                        .route("web", 5432, Traffic.tcp()))
                .isEqualTo("{shop/web-v1:5432=1, shop/web-v2:5432=2}");
    }

    @Test
    void tcp_withoutAMatch_isForEveryPort() {
        assertThat(shop("tcp: [{route: [{destination: {host: db}}]}]").route("web", 7000, Traffic.tcp()))
                .isEqualTo("{shop/db:3306=1}");
    }

    @Test
    void tcp_ofAnotherPort_isLeftAsItIs() {
        assertThat(shop("tcp: [{match: [{port: 7000}], route: [{destination: {host: db}}]}]")
                        .route("web", 5432, Traffic.tcp()))
                .isEqualTo("{shop/web:5432=1}");
    }

    @Test
    void tcp_severalRoutes_theFirstForThePortTakes() {
        String spec = "tcp: [{match: [{port: 7000}], route: [{destination: {host: web}}]},"
                + " {match: [{port: 5432}], route: [{destination: {host: web-v1}}]},"
                + " {route: [{destination: {host: web-v2}}]}]";
        assertThat(shop(spec).route("web", 5432, Traffic.tcp())).isEqualTo("{shop/web-v1:5432=1}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    http             |                   | true
                    http-web         |                   | true
                    HTTP-web         |                   | true
                    http2            |                   | true
                    grpc             |                   | true
                    grpc-web         |                   | true
                    x                | http              | true
                    tcp-x            | http2             | true
                    tcp-x            | kubernetes.io/h2c | true
                    tcp-x            | kubernetes.io/ws  | true
                    tcp              |                   | false
                    tcp-http         |                   | false
                    mongo            |                   | false
                    redis-main       |                   | false
                    mysql            |                   | false
                    http             | tcp               | false
                    httpx            |                   | true
                    web              |                   | true
                    """)
    void port_ofANameOrAppProtocol_hasRequestsOrBytes(String name, String appProtocol, boolean requests) {
        String protocol = appProtocol == null ? "" : ", appProtocol: " + appProtocol;
        assertThat(ofPort("{name: " + name + ", port: 80" + protocol + "}", 80, GET))
                .isEqualTo(requests ? "{shop/web-v1:80=1}" : "{}, nobody=1");
    }

    /** Requests lead to {@code web-v1}, which has port 80, bytes to {@code web-v2} on a port that it does not have. */
    private static String ofPort(String port, int number, Traffic traffic) {
        String service = "apiVersion: v1\nkind: Service\nmetadata: {name: api, namespace: shop}\nspec: {ports: [" + port
                + "]}\n";
        String bytes = "{destination: {host: web-v2, port: {number: 1}}}";
        return Shop.holding(service)
                .emitting(resource(
                        "VirtualService",
                        "shop",
                        "api",
                        "{hosts: [api], http: [{route: [{destination: {host: web-v1, port: {number: 80}}}]}],"
                                + " tcp: [{route: [" + bytes + "]}]}"))
                .route("api", number, traffic);
    }

    @Test
    void port_withoutAName_hasWhatEachConnectionTurnsOutToBe() {
        assertThat(ofPort("{port: 7000}", 7000, GET)).isEqualTo("{shop/web-v1:80=1}");
        assertThat(ofPort("{port: 7000}", 7000, Traffic.tcp())).isEqualTo("{}, nobody=1");
    }

    @Test
    void port_withoutANameButWellKnown_hasBytes() {
        assertThat(ofPort("{port: 3306}", 3306, GET)).isEqualTo("{}, nobody=1");
    }

    @Test
    void port_ofUnknownProtocol_hasBothChains() {
        assertThat(shop(BOTH).route("web", 7000, GET)).isEqualTo("{}, nobody=1");
        assertThat(shop("http: [{route: [{destination: {host: web}}]}]").route("web", 7000, Traffic.tcp()))
                .isEqualTo("{shop/web:7000=1}");
        assertThat(shop("tcp: [{route: [{destination: {host: db}}]}]").route("web", 7000, GET))
                .isEqualTo("{shop/web:7000=1}");
    }

    @Test
    void port_ofRequests_hasNoBytes() {
        assertThat(shop(BOTH).route("web", 80, Traffic.tcp())).isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource({"https", "tls", "https-web"})
    void port_ofTls_hasNeitherRequestsNorBytes(String name) {
        assertThat(ofPort("{name: " + name + ", port: 443}", 443, GET)).isEqualTo("{shop/api:443=1}");
        assertThat(ofPort("{name: " + name + ", port: 443}", 443, Traffic.tcp()))
                .isEqualTo("{shop/api:443=1}");
    }

    @Test
    void port_ofDatagrams_isNotRouted() {
        assertThat(shop(BOTH).route("web", 53, Traffic.udp())).isEqualTo("{shop/web:53=1}");
    }

    @Test
    void port_thatTheServiceDoesNotHave_isNotKnown() {
        assertThat(shop(BOTH).route("web", 81, GET)).isEqualTo("unknown");
    }

    @Test
    void headless_bytes_goToThePods() {
        String spec = "{hosts: [peers], " + BOTH + "}";
        Shop shop = Shop.with(resource("VirtualService", "shop", "peers", spec));
        assertThat(shop.route("peers", 5432, Traffic.tcp())).isEqualTo("{shop/peers:5432=1}");
        assertThat(shop.route("peers", 80, GET)).isEqualTo("{shop/web-v1:80=1}");
    }
}
