package com.pivotino.crm.rest.internal.stream;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.directory.Identity;
import com.pivotino.crm.api.internal.Authenticator;
import com.pivotino.crm.rest.internal.call.Credentials;
import java.util.ArrayList;
import java.util.List;

/** One reader of the stream: who it is, and what waits until the past has been told. */
final class Subscriber {

    /** More pieces than this are not kept while the past is read. */
    private static final int MAX_HELD = 1000;

    private final Connection connection;
    private final Credentials recognition;
    private volatile Actor actor;
    private volatile long recognised = System.nanoTime();
    private List<byte[]> held = new ArrayList<>();

    Subscriber(Connection connection, Credentials recognition, Actor actor) {
        this.connection = connection;
        this.recognition = recognition;
        this.actor = actor;
    }

    Actor actor() {
        return actor;
    }

    /** Sends a piece, after the past if that is still being told. */
    synchronized void send(byte[] piece) {
        if (held != null && held.size() >= MAX_HELD) {
            connection.end();
        } else if (held != null) {
            held.add(piece);
        } else {
            connection.send(piece);
        }
    }

    /** The past comes first, then what was held back meanwhile. */
    synchronized void begin(List<byte[]> past) {
        past.forEach(connection::send);
        held.forEach(connection::send);
        held = null;
        connection.open();
    }

    /** Looks again who this is; whose session has ended, or who is somebody else by now, is sent away. */
    void recognise(Authenticator authenticator, long moment) {
        recognised = moment;
        Actor now = recognition.by(authenticator).map(Identity::actor).orElse(null);
        if (now == null || !now.user().equals(actor.user())) {
            connection.end();
        } else {
            actor = now;
        }
    }

    /** When it was last looked at, in the nanoseconds of {@code System.nanoTime}. */
    long recognised() {
        return recognised;
    }

    boolean hasGone() {
        return connection.hasEnded();
    }

    void end() {
        connection.end();
    }
}
