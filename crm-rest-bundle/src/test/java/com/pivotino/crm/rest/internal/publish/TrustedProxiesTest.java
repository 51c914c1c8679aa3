package com.pivotino.crm.rest.internal.publish;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import com.pivotino.crm.rest.internal.http.TrustedProxies;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.servlet.http.HttpServletRequest;
import org.junit.Test;

public class TrustedProxiesTest {

    private final TrustedProxies proxies = TrustedProxies.at("127.0.0.1", " 10.0.0.0/8", "::1");

    @Test
    public void a_stranger_is_not_believed() {
        assertEquals(origin("203.0.113.9", false), proxies.of(from("203.0.113.9", "Forwarded", "for=1.2.3.4;proto=https")));
        assertEquals(origin("127.0.0.1", false), TrustedProxies.NONE.of(from("127.0.0.1", "X-Forwarded-For", "1.2.3.4")));
    }

    @Test
    public void the_proxys_word_is_taken_up_to_the_first_that_is_no_proxy() {
        assertEquals(origin("192.0.2.60", true), proxies.of(from("127.0.0.1", "Forwarded",
                "for=6.6.6.6, For=\"192.0.2.60:4711\";proto=https, for=10.1.2.3")));
        assertEquals(origin("2001:db8::17", true), proxies.of(from("::1", "Forwarded", "for=\"[2001:db8::17]:80\";proto=https")));
        assertEquals(origin("192.0.2.1", true), proxies.of(from("127.0.0.1", "X-Forwarded-For", "6.6.6.6, 192.0.2.1, 10.9.9.9",
                "X-Forwarded-Proto", "https")));
        assertEquals(origin("127.0.0.1", true), proxies.of(from("127.0.0.1", "X-Forwarded-Proto", "https")));
        assertEquals(origin("127.0.0.1", false), proxies.of(from("127.0.0.1")));
    }

    @Test
    public void what_is_no_address_is_refused() {
        for (String text : List.of("banana", "10.0.0.0/x", "1.2.3.4.5", "localhost")) {
            assertThrows(IllegalArgumentException.class, () -> TrustedProxies.at(text));
        }
    }

    private static TrustedProxies.Origin origin(String address, boolean secure) {
        return new TrustedProxies.Origin(address, secure);
    }

    private static HttpServletRequest from(String peer, String... headers) {
        Map<String, String> all = new TreeMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i].toLowerCase(Locale.ROOT), headers[i + 1]);
        }
        return (HttpServletRequest) Proxy.newProxyInstance(TrustedProxiesTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class}, (proxy, method, values) -> switch (method.getName()) {
                    case "getRemoteAddr" -> peer;
                    case "isSecure" -> false;
                    case "getHeader" -> all.get(((String) values[0]).toLowerCase(Locale.ROOT));
                    case "getHeaders" -> Collections.enumeration(Arrays.stream(new String[] {
                            all.get(((String) values[0]).toLowerCase(Locale.ROOT))}).filter(java.util.Objects::nonNull).toList());
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
