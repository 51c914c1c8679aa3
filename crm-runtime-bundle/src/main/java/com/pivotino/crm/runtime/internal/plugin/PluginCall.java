package com.pivotino.crm.runtime.internal.plugin;

import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.PluginAnswer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** One question to one plugin on its way. */
final class PluginCall<S, R> implements Runnable {

    private final Plugin<S> plugin;
    private final Function<S, R> question;
    private final Runnable whenEnded;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile PluginAnswer<R> answer;

    PluginCall(Plugin<S> plugin, Function<S, R> question, Runnable whenEnded) {
        this.plugin = plugin;
        this.question = question;
        this.whenEnded = whenEnded;
    }

    @Override
    public void run() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(plugin.service().getClass().getClassLoader());
            PluginThread.asks(plugin.service().getClass());
            R value = held(question.apply(plugin.service()));
            answer = value == null ? new PluginAnswer<>(null, "null_answer", "it answered null") : new PluginAnswer<>(value, null, null);
        } catch (Throwable e) {
            answer = new PluginAnswer<>(null, "exception", text(e));
        } finally {
            thread.setContextClassLoader(before);
            // What the plugin did to this thread must not reach the next question.
            Thread.interrupted();
            whenEnded.run();
            ended.countDown();
        }
    }

    /** The answer, or null if there is none after this time. */
    PluginAnswer<R> await(long nanoseconds) throws InterruptedException {
        return ended.await(nanoseconds, TimeUnit.NANOSECONDS) ? answer : null;
    }

    /** The answer of a call that has ended. */
    PluginAnswer<R> answer() {
        return answer;
    }

    /** A collection is copied here: what a partner's own does when it is read is the plugin's doing too. */
    @SuppressWarnings("unchecked")
    private static <R> R held(R value) {
        if (value instanceof List<?> list) {
            return (R) Collections.unmodifiableList(new ArrayList<>(list));
        }
        if (value instanceof Set<?> set) {
            return (R) Collections.unmodifiableSet(new LinkedHashSet<>(set));
        }
        return value instanceof Map<?, ?> map ? (R) Collections.unmodifiableMap(new LinkedHashMap<>(map)) : value;
    }

    private static String text(Throwable e) {
        try {
            return e.toString();
        } catch (Throwable worse) {
            return e.getClass().getName();
        }
    }
}
