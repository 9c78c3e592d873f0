package dev.vto.shared.site;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** From where an IP address can be reached, by IANA's registries of special-purpose addresses. */
public enum AddressScope {
    /** From anywhere. */
    PUBLIC,
    /** From this machine or its own network, where an operator may have servers. */
    PRIVATE,
    /**
     * Not by us: metadata of cloud machines, link-local, multicast, reserved, and IPv6 addresses that hide an IPv4 one
     * (mapped, NAT64, 6to4, Teredo).
     */
    FORBIDDEN;

    private static final List<AddressRange> PRIVATE_RANGES = ranges(
            "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7");

    /** Metadata services that lie in a range which is otherwise private or public: Alibaba, AWS over IPv6, Azure. */
    private static final List<AddressRange> METADATA =
            ranges("100.100.100.200/32", "fd00:ec2::254/128", "168.63.129.16/32");

    private static final List<AddressRange> SPECIAL = ranges(
            "0.0.0.0/8",
            "169.254.0.0/16",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    /** All that is given out of IPv6 for hosts of the Internet. */
    private static final AddressRange GLOBAL_UNICAST = AddressRange.of("2000::/3");

    public static AddressScope of(InetAddress address) {
        if (contain(METADATA, address) || contain(SPECIAL, address)) {
            return FORBIDDEN;
        }
        if (contain(PRIVATE_RANGES, address)) {
            return PRIVATE;
        }
        return address instanceof Inet4Address || GLOBAL_UNICAST.contains(address) ? PUBLIC : FORBIDDEN;
    }

    private static boolean contain(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static List<AddressRange> ranges(String... texts) {
        return Arrays.stream(texts).map(AddressRange::of).toList();
    }
}
