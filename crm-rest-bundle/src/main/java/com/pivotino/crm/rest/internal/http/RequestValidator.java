package com.pivotino.crm.rest.internal.http;

import com.pivotino.crm.rest.internal.problem.Problem;
import com.pivotino.crm.rest.internal.problem.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;

/** What is turned away before anything parses it (RELIABILITY ). */
final class RequestValidator {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+");
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([^\";\\s]+)");
    /** The parameters of a media type (RFC 9110, 5.6.6): each a name with a token or a quoted text. */
    private static final Pattern PARAMETERS = Pattern.compile(
            "(?:\\s*;\\s*[\\w!#$%&'*+.^`|~-]+=(?:[\\w!#$%&'*+.^`|~-]+|\"[^\"\\\\]*\"))*\\s*;?\\s*");

    private RequestValidator() {
    }

    /** @throws Refusal if the request goes no further */
    static void check(HttpServletRequest request) {
        if (!METHODS.contains(request.getMethod())) {
            throw new Refusal(Problem.ofStatus(405), null);
        }
        address(request.getRequestURI());
        address(request.getQueryString());
        String type = request.getContentType();
        if (type != null) {
            mediaType(type, isOneClick(request));
        } else if (request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null) {
            throw Refusal.mediaType("A body needs a Content-Type.");
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none") && !isSafe(request.getMethod())) {
            throw new Refusal(new Problem(403, "forbidden", "Another site may not change anything here."), null);
        }
    }

    /** How mail programs unsubscribe (RFC 8058): with a form that says nothing more, to a path that needs nothing from it. */
    static boolean isOneClick(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getRequestURI().endsWith("/unsubscribe");
    }

    static boolean isForm(String type) {
        String name = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return name.startsWith("multipart/") || name.equals("application/x-www-form-urlencoded");
    }

    static boolean isSafe(String method) {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }

    private static void mediaType(String type, boolean form) {
        String name = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!MEDIA_TYPE.matcher(name).matches()) {
            throw Refusal.mediaType("The Content-Type is not a media type.");
        }
        if (!PARAMETERS.matcher(type.substring(type.split(";", 2)[0].length())).matches()) {
            throw Refusal.mediaType("The parameters of the Content-Type cannot be read.");
        }
        if (!form && isForm(type)) {
            throw Refusal.mediaType("Forms are not taken: send JSON, or a file as the body itself.");
        }
        if (name.equals("application/xop+xml") || name.equals("text/xml") || name.equals("application/xml")
                || name.endsWith("+xml") && !name.startsWith("image/")) {
            throw Refusal.mediaType("XML is not taken.");
        }
        Matcher charset = CHARSET.matcher(type);
        if (charset.find()) {
            charset(name, charset.group(1));
        }
    }

    private static void charset(String name, String charset) {
        if (name.endsWith("json") && !charset.equalsIgnoreCase("utf-8")) {
            throw Refusal.mediaType("JSON is taken in UTF-8 only.");
        }
        if (!charset.matches("[A-Za-z0-9][A-Za-z0-9.:_+-]*") || !Charset.isSupported(charset)) {
            throw Refusal.mediaType("The charset of the Content-Type is not known.");
        }
    }

    /** Percent signs must stand for UTF-8 without NUL; what is broken here is read differently by every layer behind. */
    private static void address(String raw) {
        if (raw == null) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.allocate(raw.length() * 3);
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                int value = i + 2 < raw.length() ? hex(raw, i + 1) : -1;
                if (value < 1) {
                    throw Refusal.malformed("The address is not well formed.", null);
                }
                bytes.put((byte) value);
                i += 2;
            } else if (c < ' ') {
                throw Refusal.malformed("The address is not well formed.", null);
            } else {
                bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
        } catch (CharacterCodingException e) {
            throw Refusal.malformed("The address is not UTF-8.", e);
        }
    }

    private static int hex(String text, int at) {
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
