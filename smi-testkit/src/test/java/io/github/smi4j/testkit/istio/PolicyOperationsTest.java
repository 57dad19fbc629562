package io.github.smi4j.testkit.istio;

import static io.github.smi4j.testkit.istio.Shop.CLIENT;
import static io.github.smi4j.testkit.istio.Shop.HTTP;
import static io.github.smi4j.testkit.istio.Shop.NOBODY;
import static io.github.smi4j.testkit.istio.Shop.policy;
import static io.github.smi4j.testkit.istio.Shop.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.testkit.mesh.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests the operations of a rule are for. */
class PolicyOperationsTest {
    private static Outcome decide(String operation, String request) {
        return Shop.with(policy("{rules: [{to: [{operation: " + operation + "}]}]}"))
                .decide(request);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {ports: ['8080']}         | ALLOWED
                    {ports: ['80']}           | DENIED
                    {ports: ['1', '8080']}    | ALLOWED
                    {notPorts: ['8080']}      | DENIED
                    {notPorts: ['80']}        | ALLOWED
                    {notPorts: ['1', '8080']} | DENIED
                    """)
    void ports_areThoseOfTheWorkload(String operation, Outcome outcome) {
        assertThat(decide(operation, "GET /")).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {methods: [GET]}         | GET /  | ALLOWED
                    {methods: [GET]}         | PUT /  | DENIED
                    {methods: [GET]}         | get /  | DENIED
                    {methods: [get]}         | GET /  | DENIED
                    {methods: [GET, PUT]}    | PUT /  | ALLOWED
                    {methods: ['*']}         | ANY /  | ALLOWED
                    {notMethods: [GET]}      | GET /  | DENIED
                    {notMethods: [GET]}      | PUT /  | ALLOWED
                    {notMethods: [GET, PUT]} | PUT /  | DENIED
                    """)
    void methods_areCaseSensitive(String operation, String request, Outcome outcome) {
        assertThat(decide(operation, request)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {hosts: [web.shop]}    | GET / host=web.shop   | ALLOWED
                    {hosts: [WEB.shop]}    | GET / host=web.Shop   | ALLOWED
                    {hosts: [web.shop]}    | GET / host=web.shop2  | DENIED
                    {hosts: [web.shop]}    | GET /                 | DENIED
                    {hosts: ['web.*']}     | GET / host=Web.shop   | ALLOWED
                    {hosts: ['*.Shop']}    | GET / host=web.shop   | ALLOWED
                    {hosts: ['*']}         | GET / host=any        | ALLOWED
                    {notHosts: ['*.shop']} | GET / host=web.SHOP   | DENIED
                    {notHosts: ['*.shop']} | GET / host=web.data   | ALLOWED
                    """)
    void hosts_areNotCaseSensitive(String operation, String request, Outcome outcome) {
        assertThat(decide(operation, request)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /api     | /api         | ALLOWED
                    /api     | /api/        | DENIED
                    /api     | /API         | DENIED
                    /api     | /ap          | DENIED
                    /api*    | /api         | ALLOWED
                    /api*    | /apix/y      | ALLOWED
                    /api*    | /ap          | DENIED
                    '*.css'  | /a/b.css     | ALLOWED
                    '*.css'  | /a/b.css.gz  | DENIED
                    '*'      | /            | ALLOWED
                    /a*b     | /a*b         | ALLOWED
                    /a*b     | /axb         | DENIED
                    /a**     | /a*x         | ALLOWED
                    /a**     | /ax          | DENIED
                    /a?x=1   | /a           | DENIED
                    /a?*     | /a           | DENIED
                    """)
    void paths_areComparedWholeOrByOneEnd(String path, String requested, Outcome outcome) {
        assertThat(decide("{paths: ['" + path + "']}", "GET " + requested)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /a/{*}/b       | /a/x/b      | ALLOWED
                    /a/{*}/b       | /a/x/y/b    | DENIED
                    /a/{*}/b       | /a//b       | DENIED
                    /a/{*}/b       | /a/b        | DENIED
                    /a/{*}/b       | /a/x/b/     | DENIED
                    /a/{*}         | /a/%2F      | ALLOWED
                    /a/{*}         | /a/x=1,y;@! | ALLOWED
                    /a/{*}         | /a/*        | DENIED
                    /a/{*}         | /a/         | DENIED
                    /a/{**}        | /a/x/y      | ALLOWED
                    /a/{**}        | /a/         | ALLOWED
                    /a/{**}        | /a          | DENIED
                    /a/{**}        | /a/x*       | DENIED
                    /{**}/b        | /x/y/b      | ALLOWED
                    /{**}/b        | /x/y/c      | DENIED
                    /{*}/{**}      | /x/y/z      | ALLOWED
                    /{*}.b/x.y     | /a.b/x.y    | DENIED
                    """)
    void paths_withBraces_areTemplates(String path, String requested, Outcome outcome) {
        assertThat(decide("{paths: ['" + path + "']}", "GET " + requested)).isEqualTo(outcome);
    }

    @Test
    void paths_charactersThatAreEscapedSomewhere_areOpen() {
        assertThat(decide("{paths: ['/a/\"']}", "GET /a/\"")).isEqualTo(Outcome.EITHER);
        assertThat(decide("{paths: ['/a/%22']}", "GET /a/\"")).isEqualTo(Outcome.EITHER);
        assertThat(decide("{paths: ['/a*']}", "GET /a/\"")).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void notPaths_areAllBut() {
        String operation = "{paths: ['/api*'], notPaths: [/api, '*/admin']}";
        assertThat(decide(operation, "GET /api/x")).isEqualTo(Outcome.ALLOWED);
        assertThat(decide(operation, "GET /api")).isEqualTo(Outcome.DENIED);
        assertThat(decide(operation, "GET /api/admin")).isEqualTo(Outcome.DENIED);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api, ALLOWED",
        "PUT /api, DENIED",
        "GET /other, DENIED",
    })
    void operation_withSeveralFields_needsAllOfThem(String request, Outcome outcome) {
        assertThat(decide("{methods: [GET], paths: [/api], ports: ['8080']}", request))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"GET /a, ALLOWED", "PUT /b, ALLOWED", "GET /b, DENIED", "PUT /a, DENIED"})
    void to_anyOfTheOperations_isEnough(String request, Outcome outcome) {
        String operations = "[{operation: {methods: [GET], paths: [/a]}}, {operation: {methods: [PUT], paths: [/b]}}]";
        assertThat(Shop.with(policy("{rules: [{to: " + operations + "}]}")).decide(request))
                .isEqualTo(outcome);
    }

    @Test
    void notPaths_ofOneOperation_areNotThoseOfAnother() {
        String operations =
                "[{operation: {paths: ['/a*'], notPaths: [/a]}}, {operation: {paths: [/a], methods: [GET]}}]";
        assertThat(Shop.with(policy("{rules: [{to: " + operations + "}]}")).decide("GET /a"))
                .isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void rule_withFromToAndWhen_needsAllOfThem() {
        Shop shop = Shop.with(policy("{rules: [{from: [{source: {namespaces: [shop]}}],"
                + " to: [{operation: {methods: [GET]}}], when: [{key: 'request.headers[x-a]', values: [a]}]}]}"));
        assertThat(shop.decide("GET / x-a=a")).isEqualTo(Outcome.ALLOWED);
        assertThat(shop.decide("GET / x-a=b")).isEqualTo(Outcome.DENIED);
        assertThat(shop.decide("PUT / x-a=a")).isEqualTo(Outcome.DENIED);
        assertThat(shop.decide(NOBODY, HTTP, request("GET / x-a=a"))).isEqualTo(Outcome.DENIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{to: []}",
                "{to: [{operation: {methods: []}}]}",
                "{to: [{operation: {paths: [], ports: ['8080']}}]}",
                "{to: [{operation: {notPaths: []}}]}",
                "{when: []}"
            })
    void rule_withEmptyLists_hasNoConstraint(String rule) {
        assertThat(Shop.with(policy("{rules: [" + rule + "]}")).decide(CLIENT, HTTP, request("GET /")))
                .isEqualTo(Outcome.ALLOWED);
    }
}
