package com.pivotino.crm.chatter;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.directory.NewContact;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.chatter.internal.domain.Following;
import com.pivotino.crm.chatter.internal.message.DefaultMessageService;
import com.pivotino.crm.chatter.internal.recipient.ChannelIds;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import com.pivotino.crm.testkit.FakeDirectoryAdmin;
import com.pivotino.crm.testkit.FakeSettings;
import com.pivotino.crm.chatter.internal.recipient.RecipientPolicies;
import com.pivotino.crm.testkit.DirectPlugins;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.aries.jpa.template.TransactionType;
import org.junit.Test;

public class MailToTeamTest extends OnTrio {

    @Test
    public void new_mail_to_a_teams_address_makes_an_opportunity_with_the_mail_as_its_first_message() {
        FakeSettings settings = new FakeSettings();
        FakeDirectoryAdmin admin = new FakeDirectoryAdmin(trio.directory);
        trio.directory.addTeam(7, "Sales", 1L);
        admin.createContact(trio.actor(4), new NewContact("Tim Buyer", "tim@buyer.example", null, null));
        RecipientPolicies policies = new RecipientPolicies(new DirectPlugins(), new ChannelIds());
        List<String> asked = new ArrayList<>();
        policies.come(proposal -> {
            asked.add(proposal.record().toString());
            return Map.of();
        }, Map.of());
        Mailbox box = new Mailbox(trio.crm, trio.directory, admin, settings, new DefaultMessageService(
                new ChatterCore(new SchemaReady() { }, trio.crm.acts(), trio.crm.jpa("crm-chatter"), trio.directory, trio.crm.clock(),
                trio.crm.records()), admin, settings, new ChannelIds(), policies), policies);
        box.intake.with(trio.opportunities);
        trio.crm.jpa("crm-chatter").tx(TransactionType.Required,
                em -> em.persist(new Following(new RecordRef("team", 7), PersonRef.user(1), trio.crm.clock().instant())));
        String raw = "From: Tim Buyer <tim@buyer.example>\r\nTo: sales@pivotino.example\r\nMessage-ID: <first" + trio.hashCode()
                + "@buyer.example>\r\nSubject: Fifty chairs\r\n\r\nDo you have fifty chairs?\r\n";
        box.takes(raw, false);
        box.takes(raw, false);
        List<Opportunity> made = trio.opportunities.list(trio.actor(4), ListQuery.first(50)).items().stream()
                .filter(deal -> deal.name().equals("Fifty chairs")).toList();
        assertEquals(1, made.size());
        FeedEntry first = trio.feed(made.get(0).id()).stream().filter(entry -> entry.kind().equals("message")).findFirst().orElseThrow();
        assertTrue(first.body(), first.body().contains("Do you have fifty chairs?"));
        assertEquals("Tim Buyer", first.author().name());
        assertEquals("policies are asked once", List.of("opportunity:" + made.get(0).id()), asked);
        assertEquals(1, trio.feed(made.get(0).id()).stream().filter(entry -> entry.kind().equals("message")).count());
    }
}
