package com.pivotino.crm.runtime.internal.plugin;

import com.pivotino.crm.api.plugin.ExtensionPoint;
import java.util.Arrays;

/** A thread on which plugins are asked; never interrupted, for a plugin may be in the database. */
public final class PluginThread extends Thread {

    PluginThread(Runnable action, String name) {
        super(action, name);
        setDaemon(true);
    }

    private boolean mayAct;

    /** From now on this thread asks a service of this class. */
    static void asks(Class<?> type) {
        if (Thread.currentThread() instanceof PluginThread thread) {
            thread.mayAct = mayAct(type);
        }
    }

    private static boolean mayAct(Class<?> type) {
        if (type == null) {
            return false;
        }
        ExtensionPoint point = type.getAnnotation(ExtensionPoint.class);
        return point != null && point.mayAct() || Arrays.stream(type.getInterfaces()).anyMatch(PluginThread::mayAct)
                || mayAct(type.getSuperclass());
    }

    /**
     * Refuses what changes anything from inside a question to a plugin: the caller waits for the answer and may hold locks.
     *
     * @throws IllegalStateException on a thread on which a plugin is asked that may not act
     */
    public static void refuseReentry() {
        if (Thread.currentThread() instanceof PluginThread thread && !thread.mayAct) {
            throw new IllegalStateException("A plugin must not call command services from inside a question.");
        }
    }
}
