package com.pivotino.crm.runtime.internal.plugin;

/** A thread on which plugins are asked; never interrupted, for a plugin may be in the database. */
public final class PluginThread extends Thread {

    PluginThread(Runnable action, String name) {
        super(action, name);
        setDaemon(true);
    }

    /**
     * Refuses what changes anything from inside a question to a plugin: the caller waits for the answer and may hold locks.
     *
     * @throws IllegalStateException on a thread on which a plugin is asked
     */
    public static void refuseReentry() {
        if (Thread.currentThread() instanceof PluginThread) {
            throw new IllegalStateException("A plugin must not call command services from inside a question.");
        }
    }
}
