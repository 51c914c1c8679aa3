package com.pivotino.crm.chatter.internal.mail.out;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** An SMTP server that misbehaves as it is told to, one fault a mail; without a script it takes everything. */
final class ScriptedSmtp implements AutoCloseable {

    /** What goes wrong with one mail. */
    enum Fault {
        NONE, GREETING_421, MAIL_4XX, MAIL_5XX, RCPT_4XX, RCPT_NO_MAILBOX, RCPT_5XX, DATA_4XX, DATA_5XX, REFUSED_AFTER_DATA,
                LATER_AFTER_DATA,
        DROPPED_BEFORE_DATA, DROPPED_AFTER_DATA, SILENT
    }

    /** A mail that the server has taken, as it knows. */
    record Taken(String from, String to, String raw) {
    }

    final List<Taken> taken = new CopyOnWriteArrayList<>();
    final Queue<Fault> script = new ConcurrentLinkedQueue<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ServerSocket server;

    ScriptedSmtp() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                daemon(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket; BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            OutputStream out = socket.getOutputStream();
            if (script.peek() == Fault.GREETING_421) {
                script.poll();
                say(out, "421 4.3.2 too busy");
                return;
            }
            say(out, "220 test ESMTP");
            while (dialog(in, out)) {
                socket.setTcpNoDelay(true);
            }
        } catch (IOException | InterruptedException e) {
            // The client has gone, or the test is over.
            open.remove(socket);
        }
    }

    /** One mail. @return whether the connection stays */
    private boolean dialog(BufferedReader in, OutputStream out) throws IOException, InterruptedException {
        String from = null;
        String to = null;
        Fault fault = Fault.NONE;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.length() < 4 ? line : line.substring(0, 4).toUpperCase();
            switch (command) {
                case "EHLO", "HELO", "RSET", "NOOP" -> say(out, "250 test");
                case "QUIT" -> {
                    say(out, "221 bye");
                    return false;
                }
                case "MAIL" -> {
                    Fault next = script.poll();
                    fault = next == null ? Fault.NONE : next;
                    from = line.replaceAll(".*<(.*)>.*", "$1");
                    say(out, fault == Fault.MAIL_4XX ? "451 4.3.0 later" : fault == Fault.MAIL_5XX ? "550 5.7.1 sender refused" : "250 ok");
                }
                case "RCPT" -> {
                    to = line.replaceAll(".*<(.*)>.*", "$1");
                    if (fault == Fault.SILENT) {
                        end.await();
                    }
                    say(out, fault == Fault.RCPT_4XX ? "450 4.2.1 greylisted" : fault == Fault.RCPT_NO_MAILBOX ? "550 5.1.1 no such user"
                            : fault == Fault.RCPT_5XX ? "554 5.7.1 refused by policy" : "250 ok");
                }
                case "DATA" -> {
                    if (fault == Fault.DROPPED_BEFORE_DATA) {
                        return false;
                    }
                    if (fault == Fault.DATA_4XX || fault == Fault.DATA_5XX) {
                        say(out, fault == Fault.DATA_4XX ? "452 4.3.1 disk full" : "554 5.6.0 no");
                        continue;
                    }
                    say(out, "354 go on");
                    String raw = body(in);
                    if (fault == Fault.REFUSED_AFTER_DATA || fault == Fault.LATER_AFTER_DATA) {
                        say(out, fault == Fault.LATER_AFTER_DATA ? "451 4.3.0 later" : "554 5.7.1 content refused");
                        continue;
                    }
                    taken.add(new Taken(from, to, raw));
                    if (fault == Fault.DROPPED_AFTER_DATA) {
                        return false;
                    }
                    say(out, "250 2.0.0 taken");
                    return true;
                }
                default -> say(out, "500 what?");
            }
        }
        return false;
    }

    private static String body(BufferedReader in) throws IOException {
        StringBuilder raw = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            raw.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return raw.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
