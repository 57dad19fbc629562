package io.github.smi4j.translate.linkerd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.inventory.ServiceAccountName;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.translate.linkerd.policy.MeshTLSAuthentication;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkerdOptionsTest {
    @ParameterizedTest
    @CsvSource({"2.14, 14", "2.18.3, 18", "2.100, 100"})
    void parse_version_readsIt(String text, int minor) {
        assertThat(LinkerdVersion.parse(text)).contains(new LinkerdVersion(minor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "2.13", "1.18", "2.18.", "2.18-rc", "edge-25.2.2", "2.1000", "v2.18"})
    void parse_noVersion_isAbsent(String text) {
        assertThat(LinkerdVersion.parse(text)).isEmpty();
    }

    @Test
    void of_versionTooOld_throws() {
        assertThatThrownBy(() -> new LinkerdVersion(13))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Linkerd must be 2.14 or newer, was 2.13");
    }

    @ParameterizedTest
    @CsvSource({
        "14, policy.linkerd.io/v1beta1, false, false, false",
        "15, policy.linkerd.io/v1beta1, false, false, false",
        "16, policy.linkerd.io/v1beta3, true, false, false",
        "17, policy.linkerd.io/v1beta3, true, true, false",
        "18, policy.linkerd.io/v1beta3, true, true, true"
    })
    void version_decidesWhatIsThere(
            int minor, String server, boolean accessPolicy, boolean tcpRoutes, boolean gatewayV1) {
        LinkerdVersion version = new LinkerdVersion(minor);
        assertThat(version.serverApiVersion()).isEqualTo(server);
        assertThat(version.hasAccessPolicy()).isEqualTo(accessPolicy);
        assertThat(version.hasTcpRoutes()).isEqualTo(tcpRoutes);
        assertThat(version.hasGatewayV1()).isEqualTo(gatewayV1);
        assertThat(version.hasAppProtocols()).isEqualTo(gatewayV1);
        assertThat(version).hasToString("2." + minor);
        assertThat(version).isGreaterThanOrEqualTo(new LinkerdVersion(LinkerdVersion.OLDEST_MINOR));
    }

    @ParameterizedTest
    @CsvSource({
        "none, none, false, false",
        "1.2, 1.2, true, false",
        "1.2.1, 1.2, true, false",
        "1.2-standard, 1.2, true, false",
        "1.5-experimental, 1.5-experimental, true, true",
        "1.5.1-experimental, 1.5-experimental, true, true"
    })
    void parse_gatewayApi_readsIt(String text, String canonical, boolean installed, boolean experimental) {
        GatewayApi api = GatewayApi.parse(text).orElseThrow();
        assertThat(api).hasToString(canonical);
        assertThat(api.installed()).isEqualTo(installed);
        assertThat(api.experimental()).isEqualTo(experimental);
        assertThat(GatewayApi.parse(canonical)).contains(api);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0.8", "2.0", "1.2-beta", "None", "1.2-experimental-standard"})
    void parse_noGatewayApi_isAbsent(String text) {
        assertThat(GatewayApi.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0/0",
                "10.0.0.0/8",
                "255.255.255.255/32",
                "::/0",
                "fd00::/8",
                "::1/128",
                "1:2:3:4:5:6:7:8/64",
                "1:2::7:8/64",
                "1:2:3:4::5:6:7/64",
                "10.0.0.0/8,fd00::/8"
            })
    void parse_networks_readsThem(String text) {
        assertThat(ProbeNetworks.parse(text).orElseThrow()).hasToString(text);
    }

    @Test
    void parse_networksWithBlanksAndTwice_readsThemOnce() {
        assertThat(ProbeNetworks.parse(" 10.0.0.0/8 , 10.0.0.0/8").orElseThrow().networks())
                .containsExactly("10.0.0.0/8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "10.0.0.0",
                "10.0.0.0/33",
                "10.0.0/8",
                "256.0.0.0/8",
                "10.0.0.0/8,",
                "::/129",
                "1:2:3:4:5:6:7/64",
                "1:2:3:4:5:6:7:8:9/64",
                "1:2:3:4::5:6:7:8/64",
                "1:2:3::4:5:6:7:8/64",
                "1::2::3/64",
                "12345::/16",
                "g::/16",
                "::/x",
                "fd00::/8/8",
                ":1/64"
            })
    void parse_noNetworks_isAbsent(String text) {
        assertThat(ProbeNetworks.parse(text)).isEmpty();
    }

    @Test
    void parse_tooManyNetworks_isAbsent() {
        assertThat(ProbeNetworks.parse("10.0.0.0/8" + ",::/0".repeat(31))).isPresent();
        assertThat(ProbeNetworks.parse("10.0.0.0/8" + ",::/0".repeat(32))).isEmpty();
    }

    @Test
    void of_noNetworks_throws() {
        assertThatThrownBy(() -> new ProbeNetworks(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void any_network_isOfBothFamilies() {
        assertThat(ProbeNetworks.any()).hasToString("0.0.0.0/0,::/0");
    }

    @Test
    void compare_versions_isByNumber() {
        assertThat(new LinkerdVersion(100)).isGreaterThan(new LinkerdVersion(18));
        assertThat(new LinkerdVersion(14)).isLessThan(new LinkerdVersion(15));
    }

    @Test
    void build_authenticationOfAccountsAndIdentities_throws() {
        MeshTLSAuthentication.Builder both = MeshTLSAuthentication.builder()
                .metadata(ObjectMeta.builder().name("a").build())
                .addServiceAccount(new ServiceAccountName("shop", "edge"))
                .addIdentity("spiffe://partner.example/edge");
        assertThatThrownBy(both::build).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void build_authenticationOfNobody_throws() {
        MeshTLSAuthentication.Builder nobody = MeshTLSAuthentication.builder()
                .metadata(ObjectMeta.builder().name("a").build());
        assertThatThrownBy(nobody::build).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void parse_splitMode_readsWhatItWrites() {
        for (SplitMode mode : SplitMode.values()) {
            assertThat(SplitMode.parse(mode.toString())).contains(mode);
        }
        assertThat(SplitMode.parse("HTTPROUTE")).isEmpty();
    }
}
