package com.pivotino.crm.chatter.internal.delivery;

import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.PluginAnswer;
import com.pivotino.crm.api.plugin.PluginInvoker;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Asks plugins on threads of their own and leaves one that takes longer than a second, as the runtime does. */
final class TimedPlugins implements PluginInvoker, AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @Override
    public <S, R> PluginAnswer<R> ask(Plugin<S> plugin, Function<S, R> question) {
        try {
            return new PluginAnswer<>(threads.submit(() -> question.apply(plugin.service())).get(1, TimeUnit.SECONDS), null, null);
        } catch (TimeoutException e) {
            return new PluginAnswer<>(null, "timeout", "no answer in time");
        } catch (ExecutionException e) {
            return new PluginAnswer<>(null, "exception", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PluginAnswer<>(null, "timeout", "interrupted");
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
