package com.pivotino.crm.testkit.internal;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.coordinator.Coordination;
import org.osgi.service.coordinator.Coordinator;
import org.osgi.service.coordinator.Participant;

/** The part of the OSGi Coordinator that JPA templates and the runtime use: coordinations on a thread's stack. */
public final class ThreadCoordinator implements Coordinator {

    private final ThreadLocal<Deque<ThreadCoordination>> stacks = ThreadLocal.withInitial(ArrayDeque::new);
    private final AtomicLong ids = new AtomicLong();

    @Override
    public Coordination begin(String name, long timeMillis) {
        Deque<ThreadCoordination> stack = stacks.get();
        ThreadCoordination coordination = new ThreadCoordination(ids.incrementAndGet(), name, stack.peek(), this);
        stack.push(coordination);
        return coordination;
    }

    @Override
    public Coordination peek() {
        return stacks.get().peek();
    }

    @Override
    public Coordination pop() {
        return stacks.get().poll();
    }

    @Override
    public boolean fail(Throwable cause) {
        Coordination coordination = peek();
        return coordination != null && coordination.fail(cause);
    }

    @Override
    public boolean addParticipant(Participant participant) {
        Coordination coordination = peek();
        if (coordination != null) {
            coordination.addParticipant(participant);
        }
        return coordination != null;
    }

    @Override
    public Coordination create(String name, long timeMillis) {
        throw new UnsupportedOperationException("Only coordinations of a thread are supported");
    }

    @Override
    public Collection<Coordination> getCoordinations() {
        return List.copyOf(stacks.get());
    }

    @Override
    public Coordination getCoordination(long id) {
        return getCoordinations().stream().filter(coordination -> coordination.getId() == id).findFirst().orElse(null);
    }

    void ended(ThreadCoordination coordination) {
        Deque<ThreadCoordination> stack = stacks.get();
        stack.remove(coordination);
        if (stack.isEmpty()) {
            stacks.remove();
        }
    }
}
