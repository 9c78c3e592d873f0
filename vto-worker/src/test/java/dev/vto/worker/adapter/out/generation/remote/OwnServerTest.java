package dev.vto.worker.adapter.out.generation.remote;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vto.shared.site.PrivateHost;
import dev.vto.shared.site.SiteRules;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnServerTest {

    private static final SiteRules PUBLIC = new SiteRules(false, Set.of(), Set.of());
    private static final SiteRules OWN =
            new SiteRules(false, Set.of(), Set.of(PrivateHost.of("127.0.0.1:8188"), PrivateHost.of("comfyui")));

    @Test
    void namesTheSettingThatLacksAServerOfPlainHttp() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> require("http://127.0.0.1:8188", PUBLIC))
                .withMessage("vto.comfyui.url is http://127.0.0.1:8188, which hands out what it makes and is not an"
                        + " https URL: vto.fetch.private-hosts must name 127.0.0.1:8188 too");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1:8189", "https://10.0.0.7", "https://[::1]:8188", "https://gpu.example"})
    void refusesAServerAtAPrivateAddressThatIsNotNamed(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> require(url, OWN))
                .withMessageContaining(
                        "vto.fetch.private-hosts must name " + URI.create(url).getAuthority());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8188", "http://comfyui:8188", "https://1.1.1.1"})
    void takesAServerThatIsNamedOrPublic(String url) {
        assertThatCode(() -> require(url, OWN)).doesNotThrowAnyException();
    }

    @Test
    void waitsForAServerThatHasNoAddressYet() {
        assertThatCode(() -> require("https://later.example", PUBLIC)).doesNotThrowAnyException();
    }

    private static void require(String url, SiteRules sites) {
        OwnServer.requireFetchable("vto.comfyui.url", URI.create(url), sites, OwnServerTest::addresses);
    }

    private static InetAddress[] addresses(String host) throws UnknownHostException {
        return switch (host) {
            case "comfyui", "gpu.example" -> InetAddress.getAllByName("10.0.0.8");
            case "later.example" -> throw new UnknownHostException(host);
            default -> InetAddress.getAllByName(host);
        };
    }
}
