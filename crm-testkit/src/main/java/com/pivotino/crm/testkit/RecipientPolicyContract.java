package com.pivotino.crm.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.notification.spi.ProposedRecipient;
import com.pivotino.crm.api.notification.spi.RecipientPolicy;
import com.pivotino.crm.api.notification.spi.RecipientProposal;
import com.pivotino.crm.api.plugin.Plugin;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** What every {@link RecipientPolicy} must keep. Extend it, and JUnit runs these tests for yours. */
public abstract class RecipientPolicyContract {

    /** The policy under test; always the same within one test. */
    protected abstract RecipientPolicy policy();

    /** The service properties that it is registered with. */
    protected abstract Map<String, Object> properties();

    /** Recipients of whom it leaves somebody out. */
    protected abstract RecipientProposal proposal();

    @Test
    public void it_is_asked_about_its_own_example() {
        assertTrue(new Plugin<>(policy(), properties()).matches(RecipientPolicy.SUBTYPES, proposal().subtype()));
    }

    @Test
    public void it_leaves_out_only_whom_it_was_given_each_with_a_reason_and_the_same_again() {
        RecipientProposal proposal = proposal();
        Map<ProposedRecipient, String> left = policy().leaveOut(proposal);
        assertFalse("somebody is left out", left.isEmpty());
        assertTrue(left.keySet() + " are not all among the recipients", proposal.recipients().containsAll(left.keySet()));
        left.values().forEach(reason -> assertFalse("a reason", reason == null || reason.isBlank()));
        assertEquals("The preview and the post ask the same", left, policy().leaveOut(proposal));
    }

    @Test
    public void it_is_at_ease_with_nobody_with_an_unknown_subtype_and_with_people_without_address_or_record() {
        RecordRef elsewhere = new RecordRef("unheard-of", 1);
        assertEquals(Map.of(), policy().leaveOut(new RecipientProposal(elsewhere, "unheard_of", null, List.of())));
        policy().leaveOut(new RecipientProposal(elsewhere, "unheard_of", null, List.of(
                new ProposedRecipient(null, "x@example.com", "x@example.com"),
                new ProposedRecipient(PersonRef.user(1), "Ann", null))));
    }

    @Test
    public void it_says_the_same_to_eight_threads() throws Exception {
        PluginChecks.sameFromEightThreads(() -> policy().leaveOut(proposal()));
    }

    @Test
    public void it_answers_in_less_than_250_ms() throws Exception {
        PluginChecks.quick("leaveOut()", () -> policy().leaveOut(proposal()));
    }
}
