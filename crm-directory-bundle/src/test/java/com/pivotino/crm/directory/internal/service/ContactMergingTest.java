package com.pivotino.crm.directory.internal.service;

import static com.pivotino.crm.directory.internal.service.DirectoryRig.patch;
import static com.pivotino.crm.directory.internal.service.Refusals.invalid;
import static com.pivotino.crm.directory.internal.service.Refusals.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.Effect;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.event.ContactMerged;
import com.pivotino.crm.testkit.OnEachDatabase;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class ContactMergingTest extends OnEachDatabase {

    private DirectoryRig rig;
    private ContactService contacts;
    private Actor sally;
    private Actor mona;
    private Contact kept;
    private Contact gone;

    @Before
    public void start() {
        rig = new DirectoryRig(database);
        contacts = rig.services.contacts();
        sally = rig.actor(rig.user("sally"));
        mona = rig.actor(rig.user("mona", Role.MANAGER));
        kept = contacts.create(sally, patch("name", "Twin Co", "email", "a@twin.example"));
        gone = contacts.create(sally, patch("name", "Twin Company", "email", "b@twin.example", "phone", "+49 30 1234567"));
        rig.heard();
    }

    @After
    public void stop() {
        rig.stop();
    }

    private Answer<Contact> merge(Actor actor, Object... ids) {
        return rig.services.merging().merge(actor, kept.id(), null, patch("from", List.of(ids)));
    }

    private List<Long> found(String words) {
        return contacts.list(new ListQuery(50, null, null, false, Map.of("q", List.of(words)))).items().stream().map(Contact::id).toList();
    }

    @Test
    public void the_one_that_stays_takes_what_it_lacks_and_the_other_is_gone() {
        Answer<Contact> merged = merge(mona, gone.id());
        assertEquals("a@twin.example", merged.value().email());
        assertEquals("+49 30 1234567", merged.value().phone());
        assertEquals(2, merged.value().version());
        refused("not_found", () -> contacts.get(gone.id()));
        assertEquals(List.of("The email b@twin.example of Twin Company is not kept."),
                merged.effects().stream().map(Effect::summary).toList());
        assertEquals(List.of(kept.id()), found("1234567"));
        ContactMerged event = rig.events.stream().filter(e -> e.type().equals("directory.ContactMerged")).findFirst().orElseThrow()
                .body(ContactMerged.class);
        assertEquals(new ContactMerged(gone.id(), new NamedRef(kept.id(), "Twin Co")), event);
        assertEquals("others take over before the contact is gone",
                List.of("directory.ContactChanged", "directory.ContactMerged", "directory.ContactChanged"), rig.heard());
    }

    @Test
    public void one_that_is_gone_names_the_one_that_stays_also_after_a_second_merge_and_its_undo() {
        merge(mona, gone.id());
        assertEquals(new NamedRef(kept.id(), "Twin Co"), mergedInto(gone.id()));
        Contact last = contacts.create(sally, patch("name", "Last Co"));
        Answer<Contact> again = rig.services.merging().merge(mona, last.id(), null, patch("from", List.of(kept.id())));
        assertEquals(new NamedRef(last.id(), "Last Co"), mergedInto(gone.id()));
        rig.crm.undos().undo(mona, again.undo().token());
        assertEquals(new NamedRef(kept.id(), "Twin Co"), mergedInto(gone.id()));
        contacts.delete(mona, kept.id(), null);
        assertNull(mergedInto(gone.id()));
    }

    private Object mergedInto(long id) {
        return refused("not_found", () -> contacts.get(id)).extras().get("mergedInto");
    }

    @Test
    public void one_undo_brings_all_back_as_they_were() {
        Contact third = contacts.create(sally, patch("name", "Twin", "company", "Twins"));
        Answer<Contact> merged = merge(mona, gone.id(), third.id());
        assertEquals("Twins", merged.value().company());
        rig.crm.undos().undo(mona, merged.undo().token());
        assertNull(contacts.get(kept.id()).phone());
        assertNull(contacts.get(kept.id()).company());
        assertEquals("b@twin.example", contacts.get(gone.id()).email());
        assertEquals(List.of(gone.id()), found("1234567"));
        assertEquals(3, found("twin").size());
    }

    @Test
    public void what_was_edited_since_is_not_undone() {
        Answer<Contact> merged = merge(mona, gone.id());
        contacts.patch(sally, kept.id(), null, patch("phone", "1"));
        refused("version_conflict", () -> rig.crm.undos().undo(mona, merged.undo().token()));
        assertEquals("1", contacts.get(kept.id()).phone());
    }

    @Test
    public void an_address_that_comes_from_the_other_brings_along_that_it_bounced() {
        Contact bare = contacts.create(sally, patch("name", "Bare"));
        rig.services.contacts().markBounced(DirectoryRig.SYSTEM, gone.id(), "b@twin.example");
        Contact merged = rig.services.merging().merge(mona, bare.id(), null, patch("from", List.of(gone.id()))).value();
        assertEquals("b@twin.example", merged.email());
        assertTrue(merged.bounced());
        assertFalse(contacts.get(kept.id()).bounced());
    }

    @Test
    public void salespeople_strangers_itself_and_nobody_are_refused() {
        refused("forbidden", () -> merge(sally, gone.id()));
        invalid("from", () -> merge(mona, kept.id()));
        invalid("from", () -> merge(mona));
        invalid("from", () -> merge(mona, 9_999_999L));
        merge(mona, gone.id());
        invalid("from", () -> merge(mona, gone.id()));
    }
}
