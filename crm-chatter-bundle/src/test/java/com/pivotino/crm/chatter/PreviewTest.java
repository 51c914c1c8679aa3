package com.pivotino.crm.chatter;

import static com.pivotino.crm.chatter.World.ANN;
import static com.pivotino.crm.chatter.World.BOB;
import static org.junit.Assert.assertEquals;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.chatter.NewMessage;
import com.pivotino.crm.api.chatter.RecipientPreview;
import com.pivotino.crm.api.chatter.Subtype;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.chatter.internal.delivery.DeliveryEntity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.aries.jpa.template.TransactionType;
import org.junit.Test;

/** The preview and the post give the same set, whoever follows, is ticked, unticked, mentioned or has left (SEMANTICS X6). */
public class PreviewTest extends OnWorld {

    private static final int ROUNDS = Integer.getInteger("crm.preview.rounds", 60);
    private static final int USERS = 8;
    private static final int CONTACTS = 5;

    @Test
    public void X6_the_preview_names_exactly_those_whom_the_post_tells() {
        Random random = new Random(20261130);
        List<PersonRef> people = people();
        int posted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            RecordRef card = random.nextBoolean() ? world.cardOf(ANN, BOB, contact(random))
                    : world.cardWithEmail(ANN, "new" + round + "@customer.example");
            for (PersonRef person : some(people, random, 3)) {
                world.follow(World.ADA, card, person, subtypes(person, random));
            }
            leave(random);
            NewMessage message = message(people, random, round);
            try {
                RecipientPreview preview = world.messages.preview(world.actor(ANN), card, message);
                FeedEntry entry = world.messages.post(world.actor(ANN), card, message).value();
                assertEquals("round " + round + ": " + message, named(preview), told(entry.id()));
                posted++;
            } catch (CrmException e) {
                assertEquals("what the preview lets through the post does too", e.code(), code(card, message));
            }
            come();
        }
        assertEquals("most of them are posted", true, posted > ROUNDS / 2);
    }

    private static String code(RecordRef card, NewMessage message) {
        try {
            world.messages.post(world.actor(ANN), card, message);
            return "posted";
        } catch (CrmException e) {
            return e.code();
        }
    }

    private static List<PersonRef> people() {
        List<PersonRef> people = new ArrayList<>();
        for (long id = 11; id < 11 + USERS; id++) {
            world.directory.addUser(id, "User" + id, Role.ADMIN);
            people.add(PersonRef.user(id));
        }
        for (long id = 31; id < 31 + CONTACTS; id++) {
            world.directory.add(new Contact(id, 1, "Contact" + id, id == 31 ? null : "c" + id + "@customer.example", null, null, id == 32));
            people.add(PersonRef.contact(id));
        }
        return people;
    }

    private static PersonRef contact(Random random) {
        return PersonRef.contact(31 + random.nextInt(CONTACTS));
    }

    private static List<PersonRef> some(List<PersonRef> people, Random random, int oneOf) {
        return people.stream().filter(person -> random.nextInt(oneOf) == 0).toList();
    }

    private static String[] subtypes(PersonRef person, Random random) {
        return Arrays.stream(Subtype.values()).filter(subtype -> person.isUser() || !subtype.internal())
                .filter(subtype -> random.nextBoolean())
                .map(Subtype::key).toArray(String[]::new);
    }

    private static void leave(Random random) {
        for (long id = 11; id < 11 + USERS; id++) {
            if (random.nextInt(6) == 0) {
                active(id, false);
            }
        }
    }

    private static void come() {
        for (long id = 11; id < 11 + USERS; id++) {
            active(id, true);
        }
    }

    private static void active(long id, boolean active) {
        User user = world.directory.user(id).orElseThrow();
        world.directory.add(new User(id, 1, user.login(), user.name(), user.email(), null, null, user.roles(), active));
    }

    private static NewMessage message(List<PersonRef> people, Random random, int round) {
        boolean note = random.nextInt(3) == 0;
        List<PersonRef> mentioned = some(people, random, 6).stream()
                .filter(person -> !person.isUser() || world.directory.user(person.id()).orElseThrow().active() || random.nextInt(4) == 0)
                .toList();
        String body = "Round " + round + mentioned.stream().map(person -> " @[" + person + "]").collect(Collectors.joining())
                + (random.nextInt(4) == 0 ? " @[user:1] @[" + people.get(0) + "]" : "");
        List<PersonRef> include = some(people, random, 6).stream().filter(person -> !note || person.isUser()).toList();
        List<String> emails = note || random.nextInt(3) > 0 ? List.of() : List.of("typed" + round + "@customer.example",
                "C34@Customer.example");
        List<String> confirmed = mentioned.stream().filter(person -> !person.isUser())
                .map(person -> "c" + person.id() + "@customer.example").toList();
        return new NewMessage(note ? "note" : "message", body, null, new NewMessage.Recipients(include, some(people, random, 5), emails,
                null), null, null,
                random.nextInt(5) == 0 ? List.of() : confirmed, null, null);
    }

    private static Set<String> named(RecipientPreview preview) {
        return preview.notified().stream().map(told -> told.person() != null && told.person().kind().equals("user")
                ? told.person().name() + " " + told.channel() : told.email().toLowerCase(Locale.ROOT) + " " + told.channel())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> told(long entry) {
        return world.crm.jpa("crm-chatter").txExpr(TransactionType.Required, em -> em.createQuery("SELECT d FROM DeliveryEntity d"
                + " WHERE d.entryId = :entry AND d.state <> 'skipped'", DeliveryEntity.class).setParameter("entry", entry).getResultList())
                .stream().map(row -> (row.person() != null && row.person().isUser() ? row.personName()
                        : row.address().toLowerCase(Locale.ROOT)) + " " + row.channel()).collect(Collectors.toCollection(TreeSet::new));
    }
}
