package com.pivotino.crm.benchmarks.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One HTTP/1.1 connection that is kept alive. It parses no more than it must, so that the server gets the machine. */
final class LightClient implements Closeable {

    private static final int TIMEOUT_MS = 60_000;

    /** What was answered. */
    record Reply(int status, String cookie, String body) {
    }

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String host;
    private String headers = "";
    private String cookie;
    private int length;
    private boolean chunked;

    LightClient(String host, int port) throws IOException {
        this.host = host + ":" + port;
        socket = new Socket(host, port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MS);
        in = new BufferedInputStream(socket.getInputStream(), 65_536);
        out = socket.getOutputStream();
    }

    /** Lines that go with every request, each with its line end. */
    void headers(String lines) {
        headers = lines;
    }

    /** Sends one request and reads its whole answer. */
    Reply send(String method, String path, String body) throws IOException {
        byte[] content = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers
                + (body == null ? "\r\n" : "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n\r\n");
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[start.length + content.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(content, 0, request, start.length, content.length);
        out.write(request);
        int status = Integer.parseInt(line().substring(9, 12));
        readHead();
        String answer = status == 204 || status == 304 ? "" : new String(chunked ? chunks() : in.readNBytes(length), StandardCharsets.UTF_8);
        return new Reply(status, cookie, answer);
    }

    private void readHead() throws IOException {
        length = 0;
        chunked = false;
        cookie = null;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            } else if (lower.startsWith("set-cookie:")) {
                cookie = line.substring(11).strip().split(";", 2)[0];
            }
        }
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            all.write(in.readNBytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The server hung up");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
