package com.pivotino.crm.rest.internal.call;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;

/** Answers in gzip, for callers that take it: JSON above 1 kB, and texts that are written as they are read. */
final class Compression {

    private static final int MIN_BYTES = 1024;
    private static final Pattern GZIP = Pattern.compile("(gzip|\\*)(;q=(1|0\\.[0-9]*[1-9]).*)?");

    private Compression() {
    }

    static boolean isTaken(Request request) {
        String accepted = request.http().getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(","))
                .map(coding -> coding.replace(" ", "")).anyMatch(coding -> GZIP.matcher(coding).matches());
    }

    /** The same answer, compressed once for all who get it. */
    static Reply compressed(Reply reply) {
        if (reply.body().length <= MIN_BYTES) {
            return reply;
        }
        Map<String, List<String>> headers = new TreeMap<>(reply.headers());
        headers.put(HttpHeaders.CONTENT_ENCODING, List.of("gzip"));
        return Reply.json(reply.status(), headers, gzip(reply.body()));
    }

    /** Gives the answer this body, compressed if that is worth it. */
    static void body(Response.ResponseBuilder response, byte[] body, boolean taken) {
        byte[] sent = taken && body.length > MIN_BYTES ? gzip(body) : body;
        if (sent != body) {
            response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING).entity(sent).header(HttpHeaders.CONTENT_LENGTH, sent.length);
    }

    /** An answer that is not ours to look into: compressed if it is a text that is streamed, such as an export. */
    static Response raw(Response response, boolean isText, boolean taken) {
        if (!taken || !isText || !(response.getEntity() instanceof StreamingOutput text)
                || response.getHeaderString(HttpHeaders.CONTENT_LENGTH) != null) {
            return response;
        }
        StreamingOutput compressed = out -> {
            GZIPOutputStream gzip = new GZIPOutputStream(out);
            text.write(gzip);
            gzip.finish();
        };
        return Response.fromResponse(response).entity(compressed).header(HttpHeaders.CONTENT_ENCODING, "gzip")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING).build();
    }

    static boolean isText(MediaType type) {
        return type != null && type.getType().equals("text") && !type.getSubtype().equals("event-stream");
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written to", e);
        }
        return bytes.toByteArray();
    }
}
