package com.pivotino.crm.chatter;

import static com.pivotino.crm.chatter.World.ANN;
import static com.pivotino.crm.chatter.World.BOB;
import static com.pivotino.crm.chatter.World.EVE;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.chatter.NewMessage;
import com.pivotino.crm.api.chatter.RecipientPreview;
import com.pivotino.crm.api.notification.spi.ProposedRecipient;
import com.pivotino.crm.api.notification.spi.RecipientPolicy;
import com.pivotino.crm.api.notification.spi.RecipientProposal;
import com.pivotino.crm.api.rest.MergePatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.After;
import org.junit.Test;

/** Partners' policies leave people out of a message, at preview and post alike, and can add nobody. */
public class RecipientPolicyTest extends OnWorld {

    private static final PersonRef SUE = PersonRef.contact(9);
    private static final String HOLIDAY = "Sue is on holiday.";
    private final List<RecipientPolicy> present = new ArrayList<>();
    private final List<RecipientProposal> asked = new ArrayList<>();

    @After
    public void leave() {
        present.forEach(world.policies::go);
    }

    @Test
    public void whom_a_policy_leaves_out_is_told_neither_in_the_preview_nor_by_the_post_and_the_reason_is_shown() {
        RecordRef card = world.cardOf(ANN, ANN, SUE);
        world.follow(ANN, card, PersonRef.user(BOB.id()));
        come(proposal -> leaving(proposal, "Sue", HOLIDAY));
        NewMessage message = NewMessage.of("message", "Hello");
        RecipientPreview preview = world.messages.preview(world.actor(ANN), card, message);
        assertEquals(Set.of("Bob app", "Bob mail"), preview.notified().stream().map(n -> n.person().name() + " " + n.channel())
                .collect(Collectors.toSet()));
        assertEquals(HOLIDAY, preview.skipped().stream().filter(s -> s.person().name().equals("Sue")).findFirst().orElseThrow().reason());
        assertFalse("its box is not ticked", preview.suggested().get(0).ticked());
        FeedEntry entry = world.messages.post(world.actor(ANN), card, message).value();
        assertEquals(Set.of("Ann app skipped author", "Bob app pending", "Bob mail pending", "Sue mail skipped " + HOLIDAY), told(entry));
        assertEquals("one question for the preview, one for the post", 2, asked.size());
        assertEquals(asked.get(0), asked.get(1));
        assertEquals(List.of(card, "discussions", PersonRef.user(ANN.id())),
                List.of(asked.get(0).record(), asked.get(0).subtype(), asked.get(0).author()));
    }

    @Test
    public void a_policy_can_add_nobody_and_a_failing_one_leaves_nobody_out() {
        RecordRef card = world.cardOf(ANN, ANN, SUE);
        come(proposal -> Map.of(new ProposedRecipient(PersonRef.user(EVE.id()), "Eve", "eve@example.com"), "add her"));
        come(proposal -> {
            throw new IllegalStateException("policy is broken");
        });
        come(proposal -> null);
        Set<String> told = told(world.messages.post(world.actor(ANN), card, NewMessage.of("message", "Hello")).value());
        assertEquals(Set.of("Ann app skipped author", "Sue mail pending"), told);
    }

    @Test
    public void the_first_reason_stays_and_without_a_reason_there_is_a_general_one() {
        RecordRef card = world.cardOf(ANN, ANN, SUE);
        world.follow(ANN, card, PersonRef.user(BOB.id()));
        come(proposal -> leaving(proposal, "Sue", HOLIDAY), 10);
        come(proposal -> {
            Map<ProposedRecipient, String> all = new HashMap<>();
            proposal.recipients().forEach(one -> all.put(one, " "));
            return all;
        }, 5);
        Set<String> told = told(world.messages.post(world.actor(ANN), card, NewMessage.of("message", "Hello")).value());
        assertEquals(Set.of("Ann app skipped author", "Sue mail skipped " + HOLIDAY,
                "Bob app skipped A policy of the workspace leaves them out."), told);
    }

    @Test
    public void an_outsider_whom_a_policy_keeps_from_a_note_needs_no_confirmation() {
        RecordRef card = world.card(ANN, ANN);
        NewMessage note = NewMessage.of("note", "Ask @[contact:9]");
        assertEquals("external_confirmation_required",
                assertThrows(CrmException.class, () -> world.messages.post(world.actor(ANN), card, note)).code());
        come(proposal -> leaving(proposal, "Sue", "Notes stay inside."));
        assertTrue(told(world.messages.post(world.actor(ANN), card, note).value()).contains("Sue mail skipped Notes stay inside."));
    }

    @Test
    public void somebody_mentioned_by_an_edit_is_left_out_too() {
        RecordRef card = world.card(ANN, ANN);
        FeedEntry entry = world.messages.post(world.actor(ANN), card, NewMessage.of("note", "Hello")).value();
        world.follow(ANN, card, PersonRef.user(BOB.id()), "stage_changed");
        come(proposal -> leaving(proposal, "Bob", "Bob is off."));
        FeedEntry edited = world.messages.edit(world.actor(ANN), entry.id(), new MergePatch(Map.of("body", "Hello @[user:2]"))).value();
        assertTrue(told(edited).toString(), told(edited).contains("Bob app skipped Bob is off."));
    }

    @Test
    public void it_is_asked_about_its_subtypes_only() {
        RecordRef card = world.cardOf(ANN, ANN, SUE);
        RecipientPolicy policy = proposal -> leaving(proposal, "Sue", HOLIDAY);
        world.policies.come(policy, Map.of(RecipientPolicy.SUBTYPES, "notes", "service.id", 900L));
        present.add(policy);
        assertTrue(told(world.messages.post(world.actor(ANN), card, NewMessage.of("message", "Hello")).value())
                .contains("Sue mail pending"));
    }

    private void come(RecipientPolicy policy) {
        come(policy, 0);
    }

    private void come(RecipientPolicy policy, int ranking) {
        RecipientPolicy noting = proposal -> {
            asked.add(proposal);
            return policy.leaveOut(proposal);
        };
        world.policies.come(noting, Map.of("service.ranking", ranking, "service.id", 900L + present.size()));
        present.add(noting);
    }

    private static Map<ProposedRecipient, String> leaving(RecipientProposal proposal, String name, String reason) {
        return proposal.recipients().stream().filter(one -> one.name().equals(name)).collect(Collectors.toMap(one -> one, one -> reason));
    }

    private static Set<String> told(FeedEntry entry) {
        return entry.deliveries().stream().map(d -> d.person().name() + " " + d.channel() + " " + d.state()
                + (d.reason() == null ? "" : " " + d.reason())).collect(Collectors.toSet());
    }
}
