package com.pivotino.crm.chatter.internal.mail.in;

import com.pivotino.crm.api.schedule.ScheduledJob;
import com.pivotino.crm.chatter.internal.mail.MailSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes mail in over LMTP (RFC 2033) from a mail server on the same machine; off while no port is configured. One
 * connection at a time, on the node whose turn it is; the others wait in the backlog or find the port closed and come again.
 */
@Component(service = ScheduledJob.class, property = {ScheduledJob.NAME + "=chatter.mail.lmtp", ScheduledJob.EVERY_SECONDS + ":Integer=1"})
public final class LmtpListener implements ScheduledJob {

    private static final Logger LOG = LoggerFactory.getLogger(LmtpListener.class);
    private static final int BACKLOG = 50;
    private static final int LOOK_MS = 500;
    private static final int TALK_MS = 30_000;
    private static final long RUN_SECONDS = 20;

    private final MailIntake intake;
    private final MailSettings settings;
    private volatile boolean closed;
    private volatile ServerSocket server;

    @Activate
    public LmtpListener(@Reference MailIntake intake, @Reference MailSettings settings) {
        this.intake = intake;
        this.settings = settings;
    }

    @Deactivate
    public void close() throws IOException {
        closed = true;
        shut();
    }

    @Override
    public void run(Instant now) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(RUN_SECONDS);
        int port = settings.config().inPort();
        if (port <= 0 || closed) {
            shut();
            return;
        }
        open(port);
        while (!closed && System.nanoTime() < end && port == settings.config().inPort()) {
            serve();
        }
    }

    /** The port that it listens on, or -1. */
    int port() {
        ServerSocket open = server;
        return open == null || open.isClosed() ? -1 : open.getLocalPort();
    }

    void open(int port) throws IOException {
        if (port() == port) {
            return;
        }
        shut();
        ServerSocket fresh = new ServerSocket();
        fresh.setReuseAddress(true);
        fresh.setSoTimeout(LOOK_MS);
        fresh.bind(new InetSocketAddress(InetAddress.getByName(settings.config().inHost()), port), BACKLOG);
        server = fresh;
        LOG.info("Mail is taken in over LMTP at port {}", port());
    }

    /** Waits for a moment and serves who comes. */
    void serve() {
        try (Socket socket = server.accept()) {
            socket.setSoTimeout(TALK_MS);
            new LmtpDialog(socket, intake, settings).run();
        } catch (SocketTimeoutException e) {
            LOG.trace("Nobody has come, or somebody has fallen silent", e);
        } catch (IOException e) {
            LOG.debug("A mail server has gone in the middle", e);
        }
    }

    private void shut() throws IOException {
        ServerSocket open = server;
        server = null;
        if (open != null) {
            open.close();
        }
    }
}
