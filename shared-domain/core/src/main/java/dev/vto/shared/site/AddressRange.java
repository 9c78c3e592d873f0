package dev.vto.shared.site;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * IP addresses whose first bits are the same.
 *
 * @param first of them
 * @param bits that are the same
 */
record AddressRange(InetAddress first, int bits) {

    /** @param text in CIDR notation, as {@code 10.0.0.0/8}; no name, so that nobody is asked */
    static AddressRange of(String text) {
        int slash = text.indexOf('/');
        try {
            return new AddressRange(
                    InetAddress.getByName(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address range: " + text, e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] ours = first.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
