package dev.vto.shared.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteRulesTest {

    private static final SiteRules ALL_PUBLIC = new SiteRules(false, Set.of(), Set.of());

    @Test
    void takesHttpsOfAnyPublicSite() {
        URI url = URI.create("HTTPS://Shop.Example:8443/a.jpg?b=c");

        assertThat(ALL_PUBLIC.requireForm(url)).isEqualTo("shop.example");
        assertThatCode(() -> ALL_PUBLIC.requireAddress(url, address("93.184.216.34")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://shop.example/a.jpg | is not an https URL",
                "ftp://shop.example/a.jpg | is not an https URL",
                "file:///etc/passwd | is not an absolute URL",
                "/a.jpg | is not an absolute URL",
                "https:///a.jpg | is not an absolute URL",
                "https://me:secret@shop.example/a.jpg | carries a user name"
            })
    void refusesWhatItsFormForbids(String url, String why) {
        assertThatThrownBy(() -> ALL_PUBLIC.requireForm(URI.create(url)))
                .isInstanceOf(SiteRefused.class)
                .hasMessage(why);
    }

    @Test
    void takesPlainHttpWhereItIsSet() {
        SiteRules plain = new SiteRules(true, Set.of(), Set.of());

        assertThat(plain.requireForm(URI.create("http://shop.example/a.jpg"))).isEqualTo("shop.example");
        assertThatThrownBy(() -> plain.requireForm(URI.create("gopher://shop.example/")))
                .hasMessage("is neither an https nor an http URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "64:ff9b::a00:1"})
    void refusesAddressesThatAreNotPublic(String address) {
        assertThatThrownBy(() -> ALL_PUBLIC.requireAddress(URI.create("https://shop.example/"), address(address)))
                .isInstanceOf(SiteRefused.class)
                .hasMessage("is not of a public site");
    }

    @Test
    void asksOnlyWhatIsAllowed() {
        SiteRules some = new SiteRules(false, Set.of("CDN.example.com", "*.shop.example"), Set.of());

        assertThat(some.requireForm(URI.create("https://cdn.example.com/"))).isEqualTo("cdn.example.com");
        assertThat(some.requireForm(URI.create("https://a.b.shop.example/"))).isEqualTo("a.b.shop.example");
        for (String other : new String[] {
            "https://shop.example/",
            "https://evilshop.example/",
            "https://x.cdn.example.com/",
            "https://cdn.example.com.evil/"
        }) {
            assertThatThrownBy(() -> some.requireForm(URI.create(other)))
                    .hasMessage("is of a site that this service does not ask");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ComfyUI, http://comfyui:8188/view",
        "comfyui:8188, http://ComfyUI:8188/view",
        "comfyui:80, http://comfyui/view",
        "comfyui:443, https://comfyui/view",
        "10.0.0.7:5000, http://10.0.0.7:5000/a.png",
        "[fd00::7]:8188, http://[fd00::7]:8188/view"
    })
    void letsTheOperatorsOwnHostsBePrivateAndPlain(String host, URI url) {
        SiteRules own = own(host);

        assertThatCode(() -> own.requireForm(url)).doesNotThrowAnyException();
        assertThatCode(() -> own.requireAddress(url, address("10.0.0.7"))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "comfyui:8188, https://comfyui:5432/",
        "comfyui:8188, https://comfyui/",
        "comfyui:8188, https://comfyui.other:8188/",
        "10.0.0.7, https://10.0.0.70/",
        "[fd00::7], https://[fd00::8]/",
        "comfyui, https://cdn.example.com/"
    })
    void letsNoOtherHostOrPortBePrivate(String host, URI url) {
        assertThatThrownBy(() -> own(host).requireAddress(url, address("10.0.0.7")))
                .isInstanceOf(SiteRefused.class)
                .hasMessage("is not of a public site");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://comfyui:8188",
                "comfyui:8188/view",
                "10.0.0.0/8",
                "*.internal",
                "::1",
                "comfyui:",
                "comfyui:0",
                "comfyui:65536"
            })
    void saysWhatAPrivateHostIs(String text) {
        assertThatThrownBy(() -> PrivateHost.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a private host is host or host:port, an IPv6 address in brackets, not " + text);
    }

    @Test
    void letsNoHostBeAMetadataService() {
        assertThatThrownBy(
                        () -> own("comfyui").requireAddress(URI.create("http://comfyui/"), address("169.254.169.254")))
                .isInstanceOf(SiteRefused.class);
    }

    @Test
    void givesUsersNoHostOfTheOperators() {
        SiteRules users = own("comfyui").publicOnly();
        URI url = URI.create("http://comfyui:8188/view");

        assertThatThrownBy(() -> users.requireForm(url)).isInstanceOf(SiteRefused.class);
        assertThatThrownBy(() -> users.requireAddress(url, address("10.0.0.7"))).isInstanceOf(SiteRefused.class);
    }

    private static SiteRules own(String host) {
        return new SiteRules(false, Set.of("cdn.example.com"), Set.of(PrivateHost.of(host)));
    }

    private static InetAddress address(String text) throws UnknownHostException {
        return InetAddress.getByName(text);
    }
}
