package dev.vto.worker.adapter.out.generation.remote;

import dev.vto.shared.site.SiteRefused;
import dev.vto.shared.site.SiteRules;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** A server of the operator's own that hands out files itself. */
public final class OwnServer {

    private OwnServer() {}

    /** Finds the addresses of a name. */
    interface Resolver {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /**
     * Looks whether its files may be fetched, so that no work is done in vain.
     *
     * @param setting that names the server
     * @throws IllegalArgumentException that names the settings, where they may not
     */
    public static void requireFetchable(String setting, URI server, SiteRules sites) {
        requireFetchable(setting, server, sites, InetAddress::getAllByName);
    }

    static void requireFetchable(String setting, URI server, SiteRules sites, Resolver resolver) {
        try {
            for (InetAddress address : resolver.addresses(sites.requireForm(server))) {
                sites.requireAddress(server, address);
            }
        } catch (UnknownHostException e) {
            // It may have an address by the time that there is a file to fetch.
            return;
        } catch (SiteRefused e) {
            throw new IllegalArgumentException(
                    setting + " is " + server + ", which hands out what it makes and " + e.getMessage()
                            + ": vto.fetch.private-hosts must name " + server.getAuthority() + " too",
                    e);
        }
    }
}
