package com.pivotino.crm.chatter.internal.recipient;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.notification.spi.ProposedRecipient;
import com.pivotino.crm.api.notification.spi.RecipientPolicy;
import com.pivotino.crm.api.notification.spi.RecipientProposal;
import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.PluginInvoker;
import com.pivotino.crm.api.plugin.Plugins;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Knows what partners say of who is told: by which channels besides ours, and who is left out. Policies are asked outside of any
 * transaction; whoever fails leaves nobody out.
 */
@Component(service = RecipientPolicies.class)
public final class RecipientPolicies {

    private static final String NO_REASON = "A policy of the workspace leaves them out.";

    private final Plugins<RecipientPolicy> policies = Plugins.of(RecipientPolicy.class);
    private final PluginInvoker invoker;
    private final ChannelIds channels;

    @Activate
    public RecipientPolicies(@Reference PluginInvoker invoker, @Reference ChannelIds channels) {
        this.invoker = invoker;
        this.channels = channels;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "go", updated = "come")
    public void come(RecipientPolicy policy, Map<String, Object> properties) {
        policies.come(policy, properties);
    }

    public void go(RecipientPolicy policy) {
        policies.go(policy);
    }

    /** Ids of partners' channels, by which people are told too. */
    public Set<String> channels() {
        return channels.partners();
    }

    /** Whether nobody would be asked at all. */
    public boolean isEmpty() {
        return policies.isEmpty();
    }

    /** Who of these is left out. @param author or null */
    public Removed removed(RecordRef record, String subtype, PersonRef author, Collection<Party> parties) {
        List<Plugin<RecipientPolicy>> asked = policies.matching(RecipientPolicy.SUBTYPES, subtype);
        if (asked.isEmpty() || parties.isEmpty()) {
            return Removed.NOBODY;
        }
        Map<ProposedRecipient, String> proposed = new LinkedHashMap<>();
        parties.forEach(party ->
                proposed.putIfAbsent(new ProposedRecipient(party.person(), party.name(), party.email()), party.identity()));
        RecipientProposal proposal = new RecipientProposal(record, subtype, author, List.copyOf(proposed.keySet()));
        Map<String, String> reasons = new HashMap<>();
        for (Plugin<RecipientPolicy> plugin : asked) {
            invoker.ask(plugin, policy -> policy.leaveOut(proposal)).answer().ifPresent(left -> left.forEach((who, reason) -> {
                if (proposed.containsKey(who)) {
                    reasons.putIfAbsent(proposed.get(who), reason == null || reason.isBlank() ? NO_REASON : reason.strip());
                }
            }));
        }
        return new Removed(reasons);
    }
}
