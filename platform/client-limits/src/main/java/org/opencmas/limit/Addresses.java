package org.opencmas.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Which addresses belong to one client. */
public final class Addresses {
    /** One customer of a network provider has at least so many bytes' worth of addresses (RFC 6177: a /64 or more). */
    private static final int PREFIX_BYTES = 8;

    private Addresses() {}

    /**
     * An address of IPv4 as it stands; of one of IPv6 the first half, since the other half is its holder's to choose. All that have none
     * are one: a proxy may forward a name instead, or what a client made up.
     */
    public static String network(@Nullable String address) {
        if (address == null) {
            return "";
        }
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            return InetAddress.getByName(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, PREFIX_BYTES)
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
