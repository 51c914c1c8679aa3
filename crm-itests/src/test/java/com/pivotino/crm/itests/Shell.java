package com.pivotino.crm.itests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;

/** An ssh client of Karaf's shell. */
public final class Shell {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Shell() {
    }

    /** What a command printed and how it ended; 0 is well. */
    public record Said(int status, String text) {
    }

    /** Runs one command; waits until the shell listens, which it does some seconds after the product is ready. */
    static Said run(int port, String user, String password, String command) {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
            client.start();
            try (ClientSession session = Await.until("the shell lets in at port " + port, PATIENCE,
                    () -> signIn(client, port, user, password))) {
                return run(session, command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An interactive session that stays open, as an operator's does. */
    static Kept open(int port, String user, String password) {
        SshClient client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        client.start();
        ClientSession session = Await.until("the shell lets in at port " + port, PATIENCE.multipliedBy(2),
                () -> signIn(client, port, user, password));
        try {
            ChannelShell channel = session.createShellChannel();
            channel.setOut(OutputStream.nullOutputStream());
            channel.setErr(OutputStream.nullOutputStream());
            channel.open().verify(Duration.ofSeconds(10));
            return new Kept(client, channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An open session with its client. */
    record Kept(SshClient client, ChannelShell channel) implements AutoCloseable {

        boolean isOpen() {
            return channel.isOpen() && channel.getSession().isOpen();
        }

        @Override
        public void close() {
            client.stop();
        }
    }

    private static ClientSession signIn(SshClient client, int port, String user, String password) {
        try {
            ClientSession session = client.connect(user, "127.0.0.1", port).verify(Duration.ofSeconds(10)).getSession();
            session.addPasswordIdentity(password);
            session.auth().verify(Duration.ofSeconds(10));
            return session;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Said run(ClientSession session, String command) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ChannelExec channel = session.createExecChannel(command)) {
            channel.setOut(out);
            channel.setErr(out);
            channel.open().verify(Duration.ofSeconds(10));
            channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), PATIENCE);
            Integer status = channel.getExitStatus();
            String text = out.toString(StandardCharsets.UTF_8).replaceAll("\\u001b\\[[0-9;]*m", "");
            return new Said(status == null ? -1 : status, text);
        }
    }
}
