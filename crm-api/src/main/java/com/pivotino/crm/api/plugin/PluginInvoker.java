package com.pivotino.crm.api.plugin;

import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The only way in which partner code is called: on a bounded pool of its own, with a deadline (2 s, service property
 * {@code crm.plugin.timeoutMs} up to 10 s), catching everything. Five failures in a row put a plugin into quarantine for
 * five minutes; a success or a new registration ends it.
 */
@ProviderType
public interface PluginInvoker {

    /** Service property, Long: how long one call may take, in milliseconds, at most 10,000. */
    String TIMEOUT = "crm.plugin.timeoutMs";

    /**
     * Asks one plugin one question.
     *
     * @param plugin   the plugin with the properties it was registered with
     * @param question what to call on it
     * @return the answer, or the failure as data; never null, never an exception of the plugin
     */
    <S, R> PluginAnswer<R> ask(Plugin<S> plugin, Function<S, R> question);

    /**
     * Tells the operator what of a plugin's answers is not used, since a plugin of a higher ranking answers the same. For
     * interfaces where that shows in the answers only; services with an exclusive property are compared by the runtime itself.
     *
     * @param wholly whether none of its contributions is used
     * @param reason one sentence; null if all of it is used
     */
    default void shadowed(Plugin<?> plugin, boolean wholly, String reason) {
    }
}
