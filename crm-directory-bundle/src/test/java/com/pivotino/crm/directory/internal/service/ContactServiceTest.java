package com.pivotino.crm.directory.internal.service;

import static com.pivotino.crm.directory.internal.service.DirectoryRig.patch;
import static com.pivotino.crm.directory.internal.service.Refusals.invalid;
import static com.pivotino.crm.directory.internal.service.Refusals.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.NewContact;
import com.pivotino.crm.api.directory.event.ContactChanged;
import com.pivotino.crm.testkit.OnEachDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class ContactServiceTest extends OnEachDatabase {

    private DirectoryRig rig;
    private ContactService contacts;
    private Actor sally;
    private Actor mona;

    @Before
    public void start() {
        rig = new DirectoryRig(database);
        contacts = rig.services.contacts();
        sally = rig.actor(rig.user("sally"));
        mona = rig.actor(rig.user("mona", Role.MANAGER));
        rig.heard();
    }

    @After
    public void stop() {
        rig.stop();
    }

    @Test
    public void a_contact_is_made_edited_and_its_change_is_heard() {
        Contact made = contacts.create(sally, patch("name", " Ada Lovelace ", "email", "Ada@Example.COM", "phone", "+44 20 7946"));
        assertEquals(1, made.version());
        assertEquals("Ada Lovelace", made.name());
        assertEquals("Ada@Example.COM", made.email());
        Contact edited = contacts.patch(sally, made.id(), null, patch("company", "Analytical Engines", "phone", null));
        assertEquals(2, edited.version());
        assertNull(edited.phone());
        assertEquals(edited, contacts.get(made.id()));
        ContactChanged heard = rig.events.get(1).body(ContactChanged.class);
        assertEquals(made.id(), heard.contactId());
        assertEquals("Ada Lovelace", heard.name());
        assertFalse(heard.deleted());
        assertEquals(List.of("directory.ContactChanged", "directory.ContactChanged"), rig.heard());
    }

    @Test
    public void a_write_that_changes_nothing_makes_no_version_and_no_event() {
        Contact made = contacts.create(sally, patch("name", "Ada"));
        rig.heard();
        assertEquals(made, contacts.patch(sally, made.id(), null, patch("name", " Ada ", "email", null)));
        assertEquals(List.of(), rig.heard());
    }

    @Test
    public void name_or_email_is_required() {
        invalid("name", () -> contacts.create(sally, patch("phone", "1")));
        assertEquals("x@y.example", contacts.create(sally, patch("email", "x@y.example")).name());
        Contact made = contacts.create(sally, patch("name", "Ada"));
        invalid("name", () -> contacts.patch(sally, made.id(), null, patch("name", "  ")));
        assertEquals("Ada", contacts.get(made.id()).name());
    }

    @Test
    public void what_is_no_address_is_refused() {
        for (String address : List.of("ada", "a@b@c", "a b@c.example", "a@", "@c", "a@b.example\r\nBcc: x@y.example", "a@b,c@d")) {
            invalid("email", () -> contacts.create(sally, patch("name", "Ada", "email", address)));
        }
    }

    @Test
    public void unknown_members_are_refused_and_read_only_ones_forbidden() {
        refused("unknown_field", () -> contacts.create(sally, patch("name", "Ada", "nick", "A")));
        refused("forbidden", () -> contacts.create(sally, patch("name", "Ada", "id", 5)));
        Contact made = contacts.create(sally, patch("name", "Ada"));
        refused("unknown_field", () -> contacts.patch(sally, made.id(), null, patch("deletedAt", "now")));
        refused("forbidden", () -> contacts.patch(sally, made.id(), null, patch("version", 9)));
    }

    @Test
    public void a_stale_write_to_other_members_is_merged() {
        Contact made = contacts.create(sally, patch("name", "Ada"));
        contacts.patch(sally, made.id(), made.version(), patch("phone", "123456"));
        Contact merged = contacts.patch(mona, made.id(), made.version(), patch("company", "Engines"));
        assertEquals("123456", merged.phone());
        assertEquals("Engines", merged.company());
        assertEquals(3, merged.version());
    }

    @Test
    public void a_stale_write_to_a_member_that_changed_is_a_version_conflict_that_says_who_and_what() {
        Contact made = contacts.create(sally, patch("name", "Ada"));
        Contact theirs = contacts.patch(sally, made.id(), made.version(), patch("name", "Ada L."));
        CrmException conflict = refused("version_conflict",
                () -> contacts.patch(mona, made.id(), made.version(), patch("name", "Lady Ada", "phone", "1")));
        assertEquals(theirs, conflict.extras().get("current"));
        assertEquals(List.of(Map.of("field", "name", "base", "Ada", "theirs", "Ada L.", "mine", "Lady Ada")),
                conflict.extras().get("conflicts"));
        assertEquals(new NamedRef(sally.userId(), "sally name"), conflict.extras().get("changedBy"));
        assertNull("nothing of it was written", contacts.get(made.id()).phone());
    }

    @Test
    public void a_stale_write_of_what_already_is_changes_nothing() {
        Contact made = contacts.create(sally, patch("name", "Ada"));
        Contact theirs = contacts.patch(sally, made.id(), null, patch("name", "Ada L."));
        assertEquals(theirs, contacts.patch(mona, made.id(), made.version(), patch("name", "Ada L.")));
    }

    @Test
    public void a_version_from_the_future_is_a_conflict() {
        Contact made = contacts.create(sally, patch("name", "Ada"));
        refused("version_conflict", () -> contacts.patch(sally, made.id(), 7L, patch("name", "B")));
    }

    @Test
    public void managers_delete_and_what_refers_to_it_keeps_its_name() {
        Contact made = contacts.create(sally, patch("name", "Ada", "email", "ada@x.example"));
        refused("forbidden", () -> contacts.delete(sally, made.id(), null));
        refused("version_conflict", () -> contacts.delete(mona, made.id(), 9L));
        rig.heard();
        contacts.delete(mona, made.id(), made.version());
        refused("not_found", () -> contacts.get(made.id()));
        refused("not_found", () -> contacts.delete(mona, made.id(), null));
        refused("not_found", () -> contacts.patch(mona, made.id(), null, patch("name", "B")));
        assertEquals("Ada", rig.services.directory().contact(made.id()).orElseThrow().name());
        assertTrue(rig.services.directory().findContactByEmail("ada@x.example").isEmpty());
        assertEquals(0, list("q", "ada").items().size());
        assertTrue(rig.events.get(0).body(ContactChanged.class).deleted());
    }

    @Test
    public void search_finds_beginnings_of_words_and_parts_of_numbers() {
        contacts.create(sally, patch("name", "Zoë Müller-Lüdenscheidt", "email", "zoe.m@acme.example", "phone", "+49 (30) 1234567",
                "company", "ACME Rockets"));
        contacts.create(sally, patch("name", "Bob Acton", "phone", "555-0100"));
        for (String q : List.of("zoe", "ZOË", "muller", "lüd", "müller-lüd", "acme", "acme rock", "zoe.m@acme", "rockets zo",
                "030 1234567", "+49 30 123", "34567", "4567")) {
            assertEquals(q, List.of("Zoë Müller-Lüdenscheidt"), names(list("q", q)));
        }
        assertEquals(List.of("Bob Acton", "Zoë Müller-Lüdenscheidt"), names(list("q", "ac")));
        for (String q : List.of("uller", "acme bob", "999999", "%", "_")) {
            assertEquals(q, q.length() == 1 ? 2 : 0, list("q", q).items().size());
        }
        assertEquals(1, list("email", "ZOE.M@acme.example").items().size());
        refused("unknown_field", () -> list("fax", "1"));
    }

    @Test
    public void numbers_are_found_whatever_their_spelling_and_prefix() {
        Contact zoe = contacts.create(sally, patch("name", "Zoe", "phone", "+49 (170) 123 45 67"));
        contacts.create(sally, patch("name", "Bob", "phone", "+49 170 7654321"));
        for (String phone : List.of("0170 1234567", "+491701234567", "0049-170-1234567")) {
            assertEquals(phone, List.of("Zoe"), names(list("phone", phone)));
        }
        assertEquals(List.of(), names(list("phone", "123")));
        contacts.patch(sally, zoe.id(), null, patch("bounced", true));
        assertEquals(List.of("Zoe"), names(list("bounced", "true")));
        assertEquals(List.of("Bob"), names(list("bounced", "false")));
    }

    @Test
    public void similar_ones_are_found_by_address_number_or_name_but_not_deleted_ones() {
        Contact zoe = contacts.create(sally, patch("name", "Zoe", "email", "zoe@acme.example", "phone", "0170 1234567"));
        Contact other = contacts.create(sally, patch("name", "ZOE"));
        Contact gone = contacts.create(sally, patch("name", "Old", "email", "zoe@acme.example"));
        contacts.delete(mona, gone.id(), null);
        assertEquals(List.of(zoe.id()), similar("ZOE@acme.example", null, null));
        assertEquals(List.of(zoe.id()), similar(null, "+49 170 1234567", null));
        assertEquals(List.of(zoe.id(), other.id()), similar(null, null, "zoe"));
        assertEquals(List.of(), similar(null, null, null));
    }

    private List<Long> similar(String email, String phone, String name) {
        return rig.services.directory().findSimilarContacts(email, phone, name, 10).stream().map(Contact::id).toList();
    }

    @Test
    public void what_was_made_by_mistake_is_withdrawn_unless_somebody_has_changed_it() {
        Actor root = rig.actor(rig.user("boss", Role.ADMIN));
        Contact fresh = contacts.create(sally, patch("name", "Fresh"));
        Contact edited = contacts.create(sally, patch("name", "Edited"));
        contacts.patch(sally, edited.id(), null, patch("phone", "1"));
        assertTrue(rig.services.directory().withdraw(root, "contact", fresh.id()));
        assertFalse(rig.services.directory().withdraw(root, "contact", edited.id()));
        assertFalse("twice is once", rig.services.directory().withdraw(root, "contact", fresh.id()));
        assertEquals(List.of("Edited"), names(list("q", "")));
    }

    @Test
    public void search_follows_edits() {
        Contact made = contacts.create(sally, patch("name", "Ada Lovelace"));
        contacts.patch(sally, made.id(), null, patch("name", "Ada King"));
        assertEquals(0, list("q", "lovelace").items().size());
        assertEquals(1, list("q", "king").items().size());
        assertEquals(1, list("q", "ada").items().size());
    }

    @Test
    public void pages_hold_every_contact_once_in_a_stable_order_while_rows_come_and_go() {
        for (String name : List.of("echo", "Alpha", "delta", "alpha", "Bravo", "charlie", "alpha")) {
            contacts.create(sally, patch("name", name));
        }
        for (String sort : new String[] {null, "name", "-name", "id", "-id"}) {
            List<Long> ids = new ArrayList<>();
            List<String> names = new ArrayList<>();
            String cursor = null;
            do {
                Page<Contact> page = contacts.list(new ListQuery(2, cursor, sort, true, Map.of()));
                assertEquals(Long.valueOf(7), page.total());
                page.items().forEach(contact -> {
                    ids.add(contact.id());
                    names.add(contact.name().toLowerCase(java.util.Locale.ROOT));
                });
                cursor = page.next();
            } while (cursor != null);
            assertEquals(7, ids.stream().distinct().count());
            assertEquals(7, ids.size());
            List<String> expected = new ArrayList<>(names);
            if (sort == null || sort.equals("name")) {
                expected.sort(null);
            } else if (sort.equals("-name")) {
                expected.sort(java.util.Comparator.reverseOrder());
            }
            assertEquals(expected, names);
        }
        invalid("sort", () -> contacts.list(new ListQuery(2, null, "phone", false, Map.of())));
        invalid("cursor", () -> contacts.list(new ListQuery(2, "rubbish", null, false, Map.of())));
    }

    @Test
    public void others_find_contacts_by_name_and_address_the_oldest_of_several() {
        Contact first = rig.services.directory().createContact(sally, new NewContact("Acme", "Info@ACME.example", null, null));
        rig.services.directory().createContact(sally, new NewContact("ACME", "info@acme.example", null, null));
        Contact other = rig.services.directory().createContact(sally, new NewContact("Bolt", null, null, null));
        assertEquals(Map.of("acme", first, "BOLT", other),
                rig.services.directory().findContactsByName(List.of("acme", "BOLT", "nobody")));
        assertEquals(first, rig.services.directory().findContactByEmail(" INFO@acme.example ").orElseThrow());
        assertEquals(Map.of(first.id(), first, other.id(), other),
                rig.services.directory().contacts(List.of(first.id(), other.id(), 999_999L)));
    }

    @Test
    public void an_address_that_changes_is_believed_again() {
        Contact made = contacts.create(sally, patch("name", "Ada", "email", "old@x.example"));
        assertTrue(contacts.patch(sally, made.id(), null, patch("bounced", true)).bounced());
        assertTrue(contacts.patch(sally, made.id(), null, patch("phone", "1")).bounced());
        assertFalse(contacts.patch(sally, made.id(), null, patch("email", "new@x.example")).bounced());
    }

    private Page<Contact> list(String filter, String value) {
        return contacts.list(new ListQuery(50, null, null, false, Map.of(filter, List.of(value))));
    }

    private static List<String> names(Page<Contact> page) {
        return page.items().stream().map(Contact::name).toList();
    }
}
