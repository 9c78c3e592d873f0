package dev.vto.worker.adapter.out.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Tells the addresses of a name; blocks meanwhile. */
@FunctionalInterface
interface HostResolver {

    /** As this machine resolves names. */
    HostResolver SYSTEM = InetAddress::getAllByName;

    InetAddress[] resolve(String host) throws UnknownHostException;
}
