package com.pivotino.crm.benchmarks.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One HTTP/1.1 connection that is kept alive. It parses no more than it must, so that the server gets the machine. */
final class LightClient implements Closeable {

    private static final int TIMEOUT_MS = 60_000;

    /** What was answered. */
    record Reply(int status, String cookie, String body) {
    }

    private final String name;
    private final int port;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private String headers = "";
    private String cookie;
    private int length;
    private boolean chunked;

    LightClient(String host, int port) throws IOException {
        this.name = host;
        this.port = port;
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket(name, port);
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
        String head = method + " " + path + " HTTP/1.1\r\nHost: " + name + ":" + port + "\r\n" + headers
                + (body == null ? "\r\n" : "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n\r\n");
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[start.length + content.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(content, 0, request, start.length, content.length);
        int status = Integer.parseInt(begun(request).substring(9, 12));
        readHead();
        byte[] answer = status == 204 || status == 304 ? new byte[0] : chunked ? chunks() : in.readNBytes(length);
        return new Reply(status, cookie, new String(answer, StandardCharsets.UTF_8));
    }

    /** Sends, and answers the first line; a connection that the server has closed while it was idle is opened again, once. */
    private String begun(byte[] request) throws IOException {
        try {
            out.write(request);
            return line();
        } catch (EOFException | SocketException closed) {
            socket.close();
            connect();
            out.write(request);
            return line();
        }
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
                String one = line.substring(11).strip().split(";", 2)[0];
                cookie = cookie == null ? one : cookie + "; " + one;
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
