package dev.vto.shared.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressScopeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "223.255.255.255",
                "168.63.129.15",
                "2606:4700::1111",
                "2a00:1450:4001::1",
                "3ffe::1"
            })
    void knowsPublicAddresses(String address) throws UnknownHostException {
        assertThat(scope(address)).isEqualTo(AddressScope.PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "10.0.0.1",
                "10.255.255.255",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "100.127.255.255",
                "::1",
                "fc00::1",
                "fd12:3456::1"
            })
    void knowsPrivateAddresses(String address) throws UnknownHostException {
        assertThat(scope(address)).isEqualTo(AddressScope.PRIVATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0", "0.1.2.3", "169.254.169.254", "169.254.0.1", "100.100.100.200", "168.63.129.16",
                        "192.0.0.192",
                "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1",
                "239.255.255.255", "240.0.0.1", "255.255.255.255"
            })
    void forbidsSpecialAddresses(String address) throws UnknownHostException {
        assertThat(scope(address)).isEqualTo(AddressScope.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::",
                "::7f00:1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:10::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "3fff::1",
                "4000::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "fd00:ec2::254"
            })
    void forbidsSpecialAddressesOfIPv6(String address) throws UnknownHostException {
        assertThat(scope(address)).isEqualTo(AddressScope.FORBIDDEN);
    }

    @Test
    void seesThroughIPv4InIPv6() throws UnknownHostException {
        byte[] mapped = InetAddress.getByName("::1").getAddress();
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        mapped[12] = 8;

        assertThat(scope("::ffff:127.0.0.1")).isEqualTo(AddressScope.PRIVATE);
        assertThat(scope("::ffff:169.254.169.254")).isEqualTo(AddressScope.FORBIDDEN);
        assertThat(AddressScope.of(Inet6Address.getByAddress(null, mapped, 0))).isEqualTo(AddressScope.FORBIDDEN);
    }

    private static AddressScope scope(String address) throws UnknownHostException {
        return AddressScope.of(InetAddress.getByName(address));
    }
}
