package com.pivotino.crm.testkit.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.service.coordinator.Coordination;
import org.osgi.service.coordinator.CoordinationException;
import org.osgi.service.coordinator.Participant;

/** One coordination of one thread. */
final class ThreadCoordination implements Coordination {

    private final long id;
    private final String name;
    private final ThreadCoordination enclosing;
    private final ThreadCoordinator coordinator;
    private final Thread thread = Thread.currentThread();
    private final List<Participant> participants = new ArrayList<>();
    private final Map<Class<?>, Object> variables = new HashMap<>();
    private Throwable failure;
    private boolean terminated;

    ThreadCoordination(long id, String name, ThreadCoordination enclosing, ThreadCoordinator coordinator) {
        this.id = id;
        this.name = name;
        this.enclosing = enclosing;
        this.coordinator = coordinator;
    }

    @Override
    public void end() {
        if (failure != null) {
            throw new CoordinationException("Failed before", this, CoordinationException.FAILED, failure);
        }
        terminate(false);
    }

    @Override
    public boolean fail(Throwable cause) {
        if (terminated) {
            return false;
        }
        failure = cause;
        terminate(true);
        return true;
    }

    private void terminate(boolean failed) {
        terminated = true;
        coordinator.ended(this);
        List<Participant> all = List.copyOf(participants);
        participants.clear();
        for (int i = all.size() - 1; i >= 0; i--) {
            Participant participant = all.get(i);
            Closing.checked(() -> {
                if (failed) {
                    participant.failed(this);
                } else {
                    participant.ended(this);
                }
                return null;
            });
        }
    }

    @Override
    public long getId() {
        return id;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Throwable getFailure() {
        return failure;
    }

    @Override
    public boolean isTerminated() {
        return terminated;
    }

    @Override
    public void addParticipant(Participant participant) {
        participants.add(participant);
    }

    @Override
    public List<Participant> getParticipants() {
        return List.copyOf(participants);
    }

    @Override
    public Map<Class<?>, Object> getVariables() {
        return variables;
    }

    @Override
    public long extendTimeout(long timeMillis) {
        return 0;
    }

    @Override
    public void join(long timeMillis) {
        throw new UnsupportedOperationException("Only the thread itself ends its coordinations");
    }

    @Override
    public Coordination push() {
        throw new UnsupportedOperationException("Coordinations are pushed when they begin");
    }

    @Override
    public Thread getThread() {
        return thread;
    }

    @Override
    public Bundle getBundle() {
        return null;
    }

    @Override
    public Coordination getEnclosingCoordination() {
        return enclosing;
    }
}
