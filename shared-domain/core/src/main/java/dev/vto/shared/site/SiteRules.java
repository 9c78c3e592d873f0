package dev.vto.shared.site;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which URLs of others we follow. The form of a URL is looked at when it is given; its addresses are looked at when we
 * connect, at every hop, since a name may stand for another address by then.
 *
 * @param plainHttp whether {@code http} is taken beside {@code https}
 * @param allowed names that may be asked, {@code *.example.com} for all below one; empty for all that are public
 */
public record SiteRules(boolean plainHttp, Set<String> allowed, Set<PrivateHost> privateHosts) {

    public SiteRules {
        allowed = allowed.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        privateHosts = Set.copyOf(privateHosts);
    }

    /** The same without hosts of the operator's own: for URLs that users give. */
    public SiteRules publicOnly() {
        return new SiteRules(plainHttp, allowed, Set.of());
    }

    /**
     * Looks at a URL without asking anybody.
     *
     * @return its host, in lower case, an IPv6 address without brackets
     * @throws SiteRefused if it is not to be followed, whatever its addresses
     */
    public String requireForm(URI url) {
        String host = url.getHost();
        if (host == null || url.getScheme() == null) {
            throw new SiteRefused("is not an absolute URL");
        }
        String name = host.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
        boolean own = isOwn(url);
        boolean plain = url.getScheme().equalsIgnoreCase("http") && (plainHttp || own);
        if (!plain && !url.getScheme().equalsIgnoreCase("https")) {
            throw new SiteRefused(plainHttp ? "is neither an https nor an http URL" : "is not an https URL");
        }
        if (url.getRawUserInfo() != null) {
            throw new SiteRefused("carries a user name");
        }
        if (!own && !allowed.isEmpty() && allowed.stream().noneMatch(pattern -> matches(pattern, name))) {
            throw new SiteRefused("is of a site that this service does not ask");
        }
        return name;
    }

    /**
     * Looks at where the host of a URL really is.
     *
     * @throws SiteRefused if we do not connect there
     */
    public void requireAddress(URI url, InetAddress address) {
        AddressScope scope = AddressScope.of(address);
        if (scope != AddressScope.PUBLIC && !(scope == AddressScope.PRIVATE && isOwn(url))) {
            throw new SiteRefused("is not of a public site");
        }
    }

    private boolean isOwn(URI url) {
        return privateHosts.stream().anyMatch(own -> own.serves(url));
    }

    private static boolean matches(String pattern, String host) {
        return pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern);
    }
}
