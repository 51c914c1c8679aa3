package com.pivotino.crm.chatter.internal.recipient;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.directory.NotificationPreferences;
import com.pivotino.crm.chatter.internal.recipient.RecipientQuestion.Follower;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;

/** Who gets a message or a note (SEMANTICS X1, X2, X4, X7, notification matrix). */
public class RecipientsTest {

    private static final Party AUTHOR = user(1, "Ann");
    private static final Party SALES = user(2, "Bob");
    private static final Party COLLEAGUE = user(3, "Cid");
    private static final Party MENTIONED = user(4, "Dot");
    private static final Party CUSTOMER = contact(9, "Sue");
    private static final Party OUTSIDE = contact(10, "Tom");
    private static final Party CITED = contact(11, "Uma");
    private static final Set<String> DEFAULT = Set.of("discussions", "won");
    private static final Set<String> WITH_NOTES = Set.of("discussions", "notes");

    /** The rows of the matrix for a message and a note; the columns are the people. */
    @Test
    public void the_notification_matrix_of_messages_and_notes() {
        String[][] matrix = {
            // case, author, salesperson, follower, mentioned, customer ticked, outside follower, outside mentioned
            {"message", "no", "yes", "yes", "yes", "yes", "yes", "yes"},
            {"note", "no", "no", "no", "yes", "no", "no", "yes"},
        };
        for (String[] row : matrix) {
            boolean note = row[0].equals("note");
            Recipients.Answer answer = Recipients.of(new RecipientQuestion(note, AUTHOR.person(),
                    List.of(new Follower(AUTHOR, WITH_NOTES), new Follower(SALES, DEFAULT), new Follower(COLLEAGUE, DEFAULT),
                            new Follower(OUTSIDE, Set.of("discussions"))), CUSTOMER, SALES, List.of(), List.of(), List.of(),
                    List.of(MENTIONED, CITED), Set.of(CITED.email()), Set.of()));
            List<Party> columns = List.of(AUTHOR, SALES, COLLEAGUE, MENTIONED, CUSTOMER, OUTSIDE, CITED);
            for (int i = 0; i < columns.size(); i++) {
                assertEquals(row[0] + " " + columns.get(i).name(), row[i + 1].equals("yes"), tells(answer, columns.get(i)));
            }
        }
    }

    @Test
    public void a_note_reaches_subscribers_of_notes_and_never_a_following_customer() {
        Recipients.Answer answer = ask(true, List.of(new Follower(SALES, WITH_NOTES), new Follower(CUSTOMER, DEFAULT)), List.of());
        assertTrue(tells(answer, SALES));
        assertTrue(!tells(answer, CUSTOMER));
        assertTrue(answer.suggested().isEmpty());
    }

    @Test
    public void X4_a_following_customer_keeps_the_box_and_unticking_takes_them_out() {
        List<Follower> followers = List.of(new Follower(CUSTOMER, DEFAULT));
        assertTrue(ask(false, followers, List.of()).suggested().get(0).ticked());
        Recipients.Answer without = ask(false, followers, List.of(CUSTOMER));
        assertEquals(false, without.suggested().get(0).ticked());
        assertEquals(List.of("unticked"), without.skipped().stream().map(Recipients.Skip::reason).toList());
    }

    @Test
    public void X4_a_bounced_customer_is_not_ticked_and_one_without_address_cannot_be() {
        Party bounced = new Party(PersonRef.contact(9), "Sue", "sue@example.com", true, true, NotificationPreferences.UNCHOSEN);
        Recipients.Answer answer = Recipients.of(question(false, List.of(), bounced, List.of(), List.of()));
        assertEquals(List.of("bounced"), answer.suggested().stream().map(Recipients.Suggestion::reason).toList());
        assertTrue(answer.told().isEmpty());
        assertTrue(tells(Recipients.of(question(false, List.of(), bounced, List.of(bounced), List.of())), bounced));
        Party mute = new Party(PersonRef.contact(9), "Sue", null, true, false, NotificationPreferences.UNCHOSEN);
        assertEquals("no_address", Recipients.of(question(false, List.of(), mute, List.of(), List.of())).suggested().get(0).reason());
    }

    @Test
    public void X7_channels_are_those_that_the_user_chose() {
        Party byApp = with(SALES, new NotificationPreferences("app", Map.of(), "immediate", null, null));
        Party byMail = with(COLLEAGUE, new NotificationPreferences("both", Map.of("discussions", "mail"), "immediate", null, null));
        Party deaf = with(MENTIONED, new NotificationPreferences("none", Map.of(), "immediate", null, null));
        Recipients.Answer answer = ask(false, List.of(new Follower(byApp, DEFAULT), new Follower(byMail, DEFAULT),
                new Follower(deaf, DEFAULT)), List.of());
        assertEquals(List.of("Sue mail", "Bob app", "Cid mail"), answer.told().stream()
                .map(told -> told.party().name() + " " + told.channel()).toList());
        assertEquals(List.of("Dot unsubscribed"), answer.skipped().stream().map(s -> s.party().name() + " " + s.reason()).toList());
    }

    /** X6 and the promises that hold whatever is asked, over random questions. */
    @Test
    public void whatever_is_asked_each_person_is_told_at_most_once_a_channel_and_nobody_against_the_rules() {
        Random random = new Random(20261130);
        for (int round = 0; round < 3000; round++) {
            RecipientQuestion question = random(random);
            Recipients.Answer answer = Recipients.of(question);
            assertEquals("a preview and a post are the same", answer, Recipients.of(question));
            Set<String> seen = new HashSet<>();
            for (Recipients.Told told : answer.told()) {
                Party party = told.party();
                assertTrue("twice: " + party, seen.add(party.identity() + told.channel()));
                assertTrue("inactive", party.active());
                assertTrue("author", !question.author().equals(party.person()));
                assertTrue("unticked", question.exclude().stream().noneMatch(x -> x.identity().equals(party.identity())));
                assertTrue("outside is by mail", party.isUser() || told.channel().equals("mail") && party.email() != null);
                assertTrue("a note goes out only to who is cited", !question.note() || party.isUser()
                        || question.mentions().stream().anyMatch(x -> x.identity().equals(party.identity())));
            }
            for (Recipients.Skip skip : answer.skipped()) {
                assertTrue("told and skipped", answer.told().stream().noneMatch(t -> t.party().identity().equals(skip.party().identity())));
            }
            for (Follower follower : question.followers()) {
                Party party = follower.party();
                boolean subscribed = follower.subtypes().contains(question.note() ? "notes" : "discussions");
                boolean due = subscribed && party.active() && (party.isUser() || !question.note() && party.email() != null
                        && !party.bounced())
                        && !question.author().equals(party.person())
                        && question.exclude().stream().noneMatch(x -> x.identity().equals(party.identity()))
                        && Recipients.channels(party.preferences(), question.note() ? "notes" : "discussions", party.email() != null,
                                Set.of()).size() > 0;
                boolean sameAddress = answer.skipped().stream().anyMatch(s -> s.party().identity().equals(party.identity()));
                assertTrue("forgotten: " + party, !due || sameAddress
                        || answer.told().stream().anyMatch(t -> t.party().identity().equals(party.identity())));
            }
        }
    }

    private static RecipientQuestion random(Random random) {
        List<Party> people = new ArrayList<>();
        String[] channels = {"both", "app", "mail", "none"};
        for (int i = 1; i <= 12; i++) {
            boolean user = i <= 6;
            String email = random.nextInt(8) == 0 ? null : "p" + (random.nextInt(6) == 0 ? 1 + random.nextInt(12) : i) + "@example.com";
            people.add(new Party(user ? PersonRef.user(i) : PersonRef.contact(i), "P" + i, email, !user || random.nextInt(5) > 0,
                    !user && random.nextInt(6) == 0,
                    new NotificationPreferences(channels[random.nextInt(channels.length)], Map.of(), "immediate", null, null)));
        }
        List<Follower> followers = some(people, random, 3).stream().map(party -> {
            Set<String> subtypes = new TreeSet<>();
            for (String key : party.isUser() ? List.of("discussions", "notes", "won") : List.of("discussions", "won")) {
                if (random.nextBoolean()) {
                    subtypes.add(key);
                }
            }
            return new Follower(party, subtypes);
        }).toList();
        boolean note = random.nextBoolean();
        List<Party> include = some(people, random, 6).stream().filter(party -> !note || party.isUser()).toList();
        Party customer = random.nextInt(4) == 0 ? null : people.get(6 + random.nextInt(6));
        Set<String> confirmed = new TreeSet<>();
        some(people, random, 2).stream().filter(p -> p.email() != null).forEach(p -> confirmed.add(p.email()));
        return new RecipientQuestion(note, people.get(random.nextInt(3)).person(), followers, customer, people.get(random.nextInt(6)),
                some(people, random, 8), include, some(people, random, 8), some(people, random, 6), confirmed, Set.of());
    }

    private static List<Party> some(List<Party> people, Random random, int oneOf) {
        return people.stream().filter(party -> random.nextInt(oneOf) == 0).toList();
    }

    private static Recipients.Answer ask(boolean note, List<Follower> followers, List<Party> exclude) {
        return Recipients.of(question(note, followers, CUSTOMER, List.of(), exclude));
    }

    private static RecipientQuestion question(boolean note, List<Follower> followers, Party customer, List<Party> include,
            List<Party> exclude) {
        return new RecipientQuestion(note, AUTHOR.person(), followers, customer, null, List.of(), include, exclude, List.of(), Set.of(),
                Set.of());
    }

    private static boolean tells(Recipients.Answer answer, Party party) {
        return answer.told().stream().anyMatch(told -> told.party().person().equals(party.person()));
    }

    private static Party user(long id, String name) {
        return new Party(PersonRef.user(id), name, name.toLowerCase(java.util.Locale.ROOT) + "@work.example", true, false,
                NotificationPreferences.UNCHOSEN);
    }

    private static Party contact(long id, String name) {
        return new Party(PersonRef.contact(id), name, name.toLowerCase(java.util.Locale.ROOT) + "@example.com", true, false,
                NotificationPreferences.UNCHOSEN);
    }

    private static Party with(Party party, NotificationPreferences preferences) {
        return new Party(party.person(), party.name(), party.email(), true, false, preferences);
    }
}
