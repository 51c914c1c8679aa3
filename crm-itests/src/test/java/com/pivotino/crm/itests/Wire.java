package com.pivotino.crm.itests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The wire between the product and its database: it can lose all that goes over it, or be cut, and be mended again. */
final class Wire implements AutoCloseable {

    private final int target;
    private final int port = CrmProcess.freePort();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Lock lock = new ReentrantLock();
    private final Condition flowing = lock.newCondition();
    private boolean silent;
    private ServerSocket server;

    Wire(int target) {
        this.target = target;
        mend();
    }

    int port() {
        return port;
    }

    /** Nothing arrives any more on either side, and nobody is told. */
    void silence() {
        lock.lock();
        try {
            silent = true;
        } finally {
            lock.unlock();
        }
    }

    /** All connections end, and no new ones are taken. */
    void cut() {
        close(server);
        open.forEach(Wire::close);
    }

    /** It works again; what was on its way in silence arrives. */
    void mend() {
        flow();
        if (server == null || server.isClosed()) {
            try {
                server = new ServerSocket();
                server.setReuseAddress(true);
                server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            ServerSocket listening = server;
            start(() -> accept(listening));
        }
    }

    private void flow() {
        lock.lock();
        try {
            silent = false;
            flowing.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket here = listening.accept();
                Socket there = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(here);
                open.add(there);
                start(() -> pump(here, there));
                start(() -> pump(there, here));
            } catch (IOException e) {
                // It was cut: the loop's condition says so.
                continue;
            }
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] bytes = new byte[8192];
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                awaitFlow();
                out.write(bytes, 0, read);
            }
        } catch (IOException e) {
            close(to);
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void awaitFlow() {
        lock.lock();
        try {
            while (silent) {
                flowing.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        flow();
        cut();
    }
}
