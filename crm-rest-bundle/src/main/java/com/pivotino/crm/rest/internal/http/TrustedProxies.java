package com.pivotino.crm.rest.internal.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;

/**
 * Who called, when a proxy of the operator's stands in between: what {@code Forwarded} (RFC 7239) or else
 * {@code X-Forwarded-For} and {@code X-Forwarded-Proto} say, believed only of the addresses that the operator has named.
 */
public final class TrustedProxies {

    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    private static final Pattern PAIR = Pattern.compile("(?i)(for|proto)\\s*=\\s*(\"[^\"]*\"|[^;,\\s]+)");
    private static final Pattern WITH_PORT = Pattern.compile("(\\d+\\.\\d+\\.\\d+\\.\\d+):\\d+|\\[([0-9A-Fa-f:.]+)](?::\\d+)?");
    private static final int LONGEST = 64;

    private final List<Predicate<byte[]>> networks;

    private TrustedProxies(List<Predicate<byte[]>> networks) {
        this.networks = networks;
    }

    /**
     * Where a request comes from.
     *
     * @param address of the caller
     * @param secure  whether the caller speaks TLS
     */
    public record Origin(String address, boolean secure) {
    }

    private record Hop(String address, String proto) {
    }

    /**
     * The proxies at these addresses or networks, such as {@code 127.0.0.1} or {@code 10.0.0.0/8}.
     *
     * @throws IllegalArgumentException naming what is neither
     */
    public static TrustedProxies at(String... networks) {
        return new TrustedProxies(Arrays.stream(networks).map(String::strip).filter(text -> !text.isEmpty())
                .map(TrustedProxies::network).toList());
    }

    public Origin of(HttpServletRequest request) {
        Origin peer = new Origin(request.getRemoteAddr(), request.isSecure());
        if (!isTrusted(peer.address())) {
            return peer;
        }
        List<Hop> hops = hops(request);
        Collections.reverse(hops); // the nearest first
        Origin origin = peer;
        for (Hop hop : hops) {
            boolean secure = hop.proto() == null ? origin.secure() : hop.proto().equalsIgnoreCase("https");
            origin = new Origin(hop.address() == null ? origin.address() : hop.address(), secure);
            if (!isTrusted(origin.address())) {
                break;
            }
        }
        return origin;
    }

    private static List<Hop> hops(HttpServletRequest request) {
        List<Hop> hops = new ArrayList<>();
        List<String> forwarded = Collections.list(request.getHeaders("Forwarded"));
        for (String element : String.join(",", forwarded).split(",")) {
            Hop hop = new Hop(null, null);
            for (Matcher pair = PAIR.matcher(element); pair.find();) {
                String value = pair.group(2).replace("\"", "");
                hop = pair.group(1).toLowerCase(Locale.ROOT).equals("for") ? new Hop(address(value), hop.proto())
                        : new Hop(hop.address(), value);
            }
            if (hop.address() != null || hop.proto() != null) {
                hops.add(hop);
            }
        }
        if (forwarded.isEmpty()) {
            String proto = request.getHeader("X-Forwarded-Proto");
            for (String address : String.join(",", Collections.list(request.getHeaders("X-Forwarded-For"))).split(",")) {
                if (!address.isBlank() || proto != null) {
                    hops.add(new Hop(address.isBlank() ? null : address(address.strip()), proto == null ? null : proto.strip()));
                }
            }
        }
        return hops;
    }

    private static String address(String text) {
        Matcher port = WITH_PORT.matcher(text);
        String plain = !port.matches() ? text : port.group(1) == null ? port.group(2) : port.group(1);
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }

    private boolean isTrusted(String address) {
        byte[] bytes = bytes(address);
        return bytes != null && networks.stream().anyMatch(network -> network.test(bytes));
    }

    private static Predicate<byte[]> network(String text) {
        String[] parts = text.split("/", 2);
        byte[] base = bytes(parts[0]);
        int bits = base == null ? 0 : base.length * 8;
        if (base == null || parts.length == 2 && !parts[1].matches("\\d{1,3}")) {
            throw new IllegalArgumentException(text + " is neither an address nor a network such as 10.0.0.0/8");
        }
        int prefix = parts.length == 1 ? bits : Math.min(bits, Integer.parseInt(parts[1]));
        return address -> address.length == base.length && same(address, base, prefix);
    }

    private static boolean same(byte[] one, byte[] other, int bits) {
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((one[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** An address as bytes, or null; names are never looked up. */
    private static byte[] bytes(String address) {
        if (address == null || !address.matches("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
            return null;
        }
        try {
            return java.net.InetAddress.getByName(address).getAddress();
        } catch (java.net.UnknownHostException e) {
            return null;
        }
    }
}
