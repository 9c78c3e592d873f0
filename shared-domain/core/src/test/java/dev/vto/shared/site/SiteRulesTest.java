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
    void takesHttpsOfAnyPublicSite() throws UnknownHostException {
        String host = ALL_PUBLIC.requireForm(URI.create("HTTPS://Shop.Example:8443/a.jpg?b=c"));

        assertThat(host).isEqualTo("shop.example");
        assertThatCode(() -> ALL_PUBLIC.requireAddress(host, address("93.184.216.34")))
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
        assertThatThrownBy(() -> ALL_PUBLIC.requireAddress("shop.example", address(address)))
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

    @Test
    void letsTheOperatorsOwnHostsBePrivateAndPlain() throws UnknownHostException {
        SiteRules own = new SiteRules(false, Set.of("cdn.example.com"), Set.of("ComfyUI", "::1"));

        assertThat(own.requireForm(URI.create("http://comfyui:8188/view"))).isEqualTo("comfyui");
        assertThat(own.requireForm(URI.create("http://[::1]:8188/view"))).isEqualTo("::1");
        assertThatCode(() -> own.requireAddress("comfyui", address("10.0.0.7"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> own.requireAddress("cdn.example.com", address("10.0.0.7")))
                .hasMessage("is not of a public site");
    }

    @Test
    void letsNoHostBeAMetadataService() {
        SiteRules own = new SiteRules(false, Set.of(), Set.of("comfyui"));

        assertThatThrownBy(() -> own.requireAddress("comfyui", address("169.254.169.254")))
                .isInstanceOf(SiteRefused.class);
    }

    @Test
    void givesUsersNoHostOfTheOperators() {
        SiteRules users = new SiteRules(false, Set.of(), Set.of("comfyui")).publicOnly();

        assertThatThrownBy(() -> users.requireForm(URI.create("http://comfyui:8188/view")))
                .isInstanceOf(SiteRefused.class);
        assertThatThrownBy(() -> users.requireAddress("comfyui", address("10.0.0.7")))
                .isInstanceOf(SiteRefused.class);
    }

    private static InetAddress address(String text) throws UnknownHostException {
        return InetAddress.getByName(text);
    }
}
