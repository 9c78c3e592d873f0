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
 * @param privateHosts names of the operator's own servers, which may be private and are asked by plain http too
 */
public record SiteRules(boolean plainHttp, Set<String> allowed, Set<String> privateHosts) {

    public SiteRules {
        allowed = lowerCase(allowed);
        privateHosts = lowerCase(privateHosts);
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
        boolean own = privateHosts.contains(name);
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
     * Looks at where a host really is.
     *
     * @param host as {@link #requireForm} answered it
     * @throws SiteRefused if we do not connect there
     */
    public void requireAddress(String host, InetAddress address) {
        AddressScope scope = AddressScope.of(address);
        boolean own = privateHosts.contains(host) && scope == AddressScope.PRIVATE;
        if (scope != AddressScope.PUBLIC && !own) {
            throw new SiteRefused("is not of a public site");
        }
    }

    private static boolean matches(String pattern, String host) {
        return pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern);
    }

    private static Set<String> lowerCase(Set<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}
