package io.github.smi4j.testkit.istio;

import static io.github.smi4j.testkit.istio.Shop.request;
import static io.github.smi4j.testkit.istio.Shop.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.policy.Traffic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests the routes of a VirtualService take, and in which order. */
class VirtualServiceMatchTest {
    private static final String V1 = "route: [{destination: {host: web-v1}}]";
    private static final String V2 = "route: [{destination: {host: web-v2}}]";
    private static final String NOT_FOUND = "{}, nobody=1";

    private static String route(String spec, int port, Traffic traffic) {
        return Shop.with(resource("VirtualService", "shop", "web", "{hosts: [web], " + spec + "}"))
                .route("web", port, traffic);
    }

    /** Whether a match takes a request. */
    private static boolean takes(String match, String request) {
        String routes = route("http: [{match: [" + match + "], " + V1 + "}]", 80, request(request));
        assertThat(routes).isIn("{shop/web-v1:80=1}", NOT_FOUND);
        return !routes.equals(NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
                    {exact: /api}            > /api      > true
                    {exact: /api}            > /api/     > false
                    {exact: /api}            > /API      > false
                    {prefix: /api}           > /api/x    > true
                    {prefix: /api}           > /apix     > true
                    {prefix: /api}           > /x/api    > false
                    {prefix: /Api}           > /api      > false
                    {prefix: ''}             > /x        > true
                    {regex: /api}            > /api      > true
                    {regex: /api}            > /api/x    > false
                    {regex: '/api|/x'}       > /api/x    > false
                    {regex: '(?:/api|/x).*'} > /api/x    > true
                    {regex: 'api'}           > /api      > false
                    {regex: '.*'}            > /any      > true
                    {}                       > /any      > true
                    {exact: '/a?b'}          > /a        > false
                    """)
    void uri_isComparedByOneWay(String test, String path, boolean takes) {
        assertThat(takes("{uri: " + test + "}", "GET " + path)).isEqualTo(takes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
                    {exact: GET}       > GET    > true
                    {exact: GET}       > get    > false
                    {prefix: GE}       > GET    > true
                    {regex: 'GET|PUT'} > PUT    > true
                    {regex: 'GET|PUT'} > PUTX   > false
                    """)
    void method_isCaseSensitive(String test, String method, boolean takes) {
        assertThat(takes("{method: " + test + "}", method + " /")).isEqualTo(takes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
                    {exact: web}     > host=web   > true
                    {exact: web}     > host=web2  > false
                    {prefix: we}     > host=web   > true
                    {regex: 'w.*'}   > host=web   > true
                    {regex: 'w.*'}   > x-a=web    > false
                    """)
    void authority_isTheHost(String test, String header, boolean takes) {
        assertThat(takes("{authority: " + test + "}", "GET / " + header)).isEqualTo(takes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
                    {exact: a}     > x-a=a   > true
                    {exact: a}     > x-a=A   > false
                    {exact: a}     > x-a=ab  > false
                    {prefix: a}    > x-a=ab  > true
                    {regex: a}     > x-a=ab  > false
                    {regex: 'a|b'} > x-a=b   > true
                    {regex: '.*'}  > x-a=    > true
                    {regex: '.*'}  > x-b=a   > false
                    {}             > x-a=    > true
                    {}             > x-a=any > true
                    {}             > x-b=a   > false
                    """)
    void header_thatIsAbsent_matchesNoTest(String test, String header, boolean takes) {
        assertThat(takes("{headers: {x-a: " + test + "}}", "GET / " + header)).isEqualTo(takes);
    }

    @Test
    void header_name_isNotCaseSensitive() {
        assertThat(takes("{headers: {X-A: {exact: a}}}", "GET / x-a=a")).isTrue();
    }

    @Test
    void header_host_isTheAuthority() {
        assertThat(takes("{headers: {host: {exact: web}}}", "GET / host=web")).isTrue();
        assertThat(takes("{headers: {':authority': {exact: web}}}", "GET / host=web"))
                .isTrue();
        assertThat(takes("{headers: {':method': {exact: GET}}}", "GET /")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"GET /a x-a=a, true", "PUT /a x-a=a, false", "GET /b x-a=a, false", "GET /a x-a=b, false"})
    void match_withSeveralFields_needsAllOfThem(String request, boolean takes) {
        assertThat(takes("{uri: {exact: /a}, method: {exact: GET}, headers: {x-a: {exact: a}}}", request))
                .isEqualTo(takes);
    }

    @ParameterizedTest
    @CsvSource({"GET /a, true", "GET /b, true", "GET /c, false"})
    void match_anyOfTheBlocks_isEnough(String request, boolean takes) {
        assertThat(takes("{uri: {exact: /a}}, {uri: {exact: /b}}", request)).isEqualTo(takes);
    }

    @ParameterizedTest
    @CsvSource({"GET /a/b, shop/web-v1", "GET /a, shop/web-v2"})
    void http_severalRoutes_theFirstThatMatchesTakes(String request, String service) {
        String spec = "http: [{match: [{uri: {prefix: /a/}}], " + V1 + "}, {match: [{uri: {prefix: /a}}], " + V2 + "}]";
        assertThat(route(spec, 80, request(request))).isEqualTo("{" + service + ":80=1}");
    }

    @Test
    void http_afterARouteForAll_isNeverReached() {
        assertThat(route("http: [{" + V1 + "}, {match: [{uri: {exact: /a}}], " + V2 + "}]", 80, request("GET /a")))
                .isEqualTo("{shop/web-v1:80=1}");
    }

    @Test
    void http_thatNoRouteTakes_isNotFound() {
        assertThat(route("http: [{match: [{uri: {exact: /a}}], " + V1 + "}]", 80, request("GET /b")))
                .isEqualTo(NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{port: 80}]", "[{port: 7000}, {port: 80, uri: {prefix: /}}]"})
    void port_isThatOfTheService(String match) {
        assertThat(route("http: [{match: " + match + ", " + V1 + "}]", 80, request("GET /")))
                .isEqualTo("{shop/web-v1:80=1}");
    }

    @Test
    void port_withoutAnyRouteForIt_isLeftAsItIs() {
        assertThat(route("http: [{match: [{port: 7000}], " + V1 + "}]", 80, request("GET /")))
                .isEqualTo("{shop/web:80=1}");
        assertThat(route("http: [{match: [{port: 8080}], " + V1 + "}]", 80, request("GET /")))
                .isEqualTo("{shop/web:80=1}");
    }

    @Test
    void port_withARouteForItThatDoesNotMatch_isNotFound() {
        assertThat(route("http: [{match: [{port: 80, uri: {exact: /a}}], " + V1 + "}]", 80, request("GET /")))
                .isEqualTo(NOT_FOUND);
    }

    @Test
    void port_ofOneBlock_isNotThatOfAnother() {
        String spec = "http: [{match: [{port: 7000}, {port: 80, uri: {exact: /a}}], " + V1 + "}]";
        assertThat(route(spec, 80, request("GET /"))).isEqualTo(NOT_FOUND);
    }
}
