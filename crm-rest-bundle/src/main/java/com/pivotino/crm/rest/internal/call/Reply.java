package com.pivotino.crm.rest.internal.call;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/**
 * A finished answer.
 *
 * @param status  the HTTP status
 * @param headers all but those of the body
 * @param body    the JSON as UTF-8; empty if there is none
 * @param raw     an answer that is not ours to look into, such as a stream; then the rest is empty. Else null
 */
public record Reply(int status, Map<String, List<String>> headers, byte[] body, Response raw) {

    public Reply {
        headers = new TreeMap<>(headers);
    }

    public static Reply json(int status, Map<String, List<String>> headers, byte[] body) {
        return new Reply(status, headers, body, null);
    }

    /** An answer that is passed on as it is. */
    public static Reply raw(Response response) {
        return new Reply(response.getStatus(), Map.of(), new byte[0], response);
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The same with its body compressed, if that is worth it. */
    Reply compressed() {
        return raw != null || body.length == 0 ? this : Compression.compressed(this);
    }

    /** @param gzip whether the caller takes gzip */
    Response response(boolean gzip) {
        if (raw != null) {
            return Compression.raw(raw, Compression.isText(raw.getMediaType()), gzip);
        }
        Response.ResponseBuilder response = Response.status(status);
        headers.forEach((name, values) -> values.forEach(value -> response.header(name, value)));
        if (body.length > 0) {
            Compression.body(response.type(MediaType.APPLICATION_JSON_TYPE), body, gzip);
        }
        return response.build();
    }
}
