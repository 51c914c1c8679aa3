package com.pivotino.crm.chatter;

import static com.pivotino.crm.chatter.World.ADA;
import static com.pivotino.crm.chatter.World.ANN;
import static com.pivotino.crm.chatter.World.BOB;
import static com.pivotino.crm.chatter.World.EVE;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.TypeRef;
import com.pivotino.crm.api.activity.event.ActivityCompleted;
import com.pivotino.crm.api.activity.event.ActivityState;
import com.pivotino.crm.api.attachment.Attachment;
import com.pivotino.crm.api.attachment.AttachmentService.Content;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.chatter.NewMessage;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.chatter.internal.file.DefaultAttachmentService;
import com.pivotino.crm.chatter.internal.file.DiskFileStore;
import com.pivotino.crm.chatter.internal.file.FileIntegrity;
import com.pivotino.crm.chatter.internal.file.FileSweep;
import com.pivotino.crm.testkit.FakeSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.aries.jpa.template.TransactionType;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Files of records (SEMANTICS A7, L7), on both databases and a real disk. */
public class AttachmentTest extends OnWorld {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private DiskFileStore store;
    private DefaultAttachmentService files;
    private FileSweep sweep;

    @Before
    public void open() {
        SchemaReady ready = new SchemaReady() { };
        store = new DiskFileStore(folder.getRoot().toPath(), world.crm.clock());
        files = new DefaultAttachmentService(ready, world.crm.acts(), world.crm.jpa("crm-chatter"), store, new FakeSettings(),
                world.crm.records());
        sweep = new FileSweep(ready, world.crm.acts(), world.crm.jpa("crm-chatter"), store);
    }

    @Test
    public void L7_a_file_comes_back_as_it_was_sent() throws IOException {
        byte[] sent = ("%PDF-1.7\n" + "x".repeat(300_000)).getBytes(StandardCharsets.UTF_8);
        Attachment made = files.upload(world.actor(ANN), "../Offer.pdf", "text/html", new ByteArrayInputStream(sent));
        assertEquals("Offer.pdf", made.name());
        assertEquals("application/pdf", made.type());
        assertEquals(sent.length, made.size());
        try (InputStream stream = files.open(world.actor(ANN), made.id()).stream()) {
            assertArrayEquals(sent, stream.readAllBytes());
        }
        assertEquals(List.of(made.sha256().substring(0, 2) + "/" + made.sha256().substring(2, 4) + "/" + made.sha256()), onDisk());
    }

    @Test
    public void the_same_content_is_kept_once() throws IOException {
        Attachment one = upload(ANN, "one.txt", "same");
        Attachment two = upload(BOB, "two.txt", "same");
        assertNotEquals(one.id(), two.id());
        assertEquals(1, onDisk().size());
    }

    @Test
    public void L7_crossing_the_limit_ends_the_upload_and_leaves_nothing() throws IOException {
        long limit = 25L << 20;
        Endless body = new Endless();
        CrmException refusal = assertThrows(CrmException.class, () -> files.upload(world.actor(ANN), "big.bin", null, body));
        assertEquals(CrmException.Kind.TOO_LARGE, refusal.kind());
        assertTrue("read on to " + body.given, body.given <= limit + (1 << 17));
        assertEquals(List.of(), onDisk());
    }

    /** A partner's store takes the place of ours: what it does fails the upload that it was to keep, and nothing else. */
    @Test
    public void whatever_a_file_store_does_its_upload_is_refused_and_leaves_nothing_and_what_is_saved_stands() throws IOException {
        RecordRef card = world.card(ANN, ANN);
        long before = rows();
        for (SabotagedStore.Way way : SabotagedStore.Way.values()) {
            DefaultAttachmentService sabotaged = new DefaultAttachmentService(new SchemaReady() { }, world.crm.acts(),
                    world.crm.jpa("crm-chatter"), new SabotagedStore(store, way), new FakeSettings(), world.crm.records());
            CrmException refusal = assertThrows(way.name(), CrmException.class,
                    () -> sabotaged.upload(world.actor(ANN), "offer.txt", null, new ByteArrayInputStream(new byte[] {65, 66})));
            assertEquals(way.name(), CrmException.Kind.UNAVAILABLE, refusal.kind());
            assertFalse(way.name(), Thread.currentThread().isInterrupted());
            assertEquals(way.name(), before, rows());
            world.messages.post(world.actor(ANN), card, NewMessage.of("note", way.name()));
        }
        assertEquals(SabotagedStore.Way.values().length, world.feed(ANN, card, "note").size());
    }

    private static long rows() {
        return world.crm.jpa("crm-chatter").txExpr(TransactionType.Required,
                em -> em.createQuery("SELECT COUNT(f) FROM StoredFile f", Long.class).getSingleResult());
    }

    @Test
    public void a_body_that_breaks_off_leaves_nothing() throws IOException {
        InputStream broken = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- == 0) {
                    throw new IOException("reset by peer");
                }
                return 'x';
            }
        };
        assertThrows(RuntimeException.class, () -> files.upload(world.actor(ANN), "a.txt", null, broken));
        assertEquals(List.of(), onDisk());
    }

    @Test
    public void L7_programs_are_refused_by_their_name_in_the_message() throws IOException {
        for (CrmException refusal : List.of(refused(() -> upload(ANN, "setup.exe", "text")),
                refused(() -> upload(ANN, "setup.exe.pdf", "#!/bin/sh\nrm -rf /")))) {
            assertEquals("validation_failed", refusal.code());
            assertEquals("name", refusal.fields().get(0).field());
            assertTrue(refusal.getMessage(), refusal.getMessage().contains("setup.exe"));
        }
        assertEquals("name", refused(() -> upload(ANN, "empty.txt", "")).fields().get(0).field());
        assertEquals(List.of(), onDisk());
    }

    @Test
    public void what_hangs_on_nothing_is_its_uploaders_alone() {
        Attachment made = upload(ANN, "mine.txt", "mine");
        assertEquals("mine", text(ANN, made));
        for (NamedRef other : List.of(BOB, ADA)) {
            assertEquals("not_found", refused(() -> text(other, made)).code());
            assertEquals("not_found", refused(() -> files.delete(world.actor(other), made.id())).code());
        }
        files.delete(world.actor(ANN), made.id());
        assertEquals("not_found", refused(() -> text(ANN, made)).code());
    }

    @Test
    public void A7_files_of_a_completion_stand_in_its_entry_for_who_may_read_the_record() {
        RecordRef card = world.card(ANN, ANN);
        world.follow(ANN, card, PersonRef.user(BOB.id()));
        Attachment offer = upload(ANN, "offer.txt", "our offer");
        Attachment plan = upload(ANN, "plan.txt", "our plan");
        complete(ANN, card, 7, offer.id(), plan.id(), offer.id());
        FeedEntry entry = world.feed(BOB, card, "activity").get(0);
        assertEquals(List.of(shown(offer), shown(plan)), entry.attachments());
        assertEquals("our offer", text(BOB, offer));
        assertEquals("our plan", text(ADA, plan));
        assertEquals(refused(() -> text(EVE, offer)).getMessage(),
                refused(() -> files.open(world.actor(EVE), 999_999_999)).getMessage());
        assertEquals("attached", refused(() -> files.delete(world.actor(ANN), offer.id())).code());
    }

    @Test
    public void a_file_of_the_record_may_be_shown_by_a_second_entry() {
        RecordRef card = world.card(ANN, ANN);
        Attachment offer = upload(ANN, "offer.txt", "our offer");
        complete(ANN, card, 7, offer.id());
        complete(ADA, card, 8, offer.id());
        List<FeedEntry> entries = world.feed(ANN, card, "activity");
        assertEquals(List.of(shown(offer)), entries.get(1).attachments());
        FeedEntry.Attachment again = entries.get(0).attachments().get(0);
        assertEquals("offer.txt", again.name());
        assertNotEquals(offer.id(), again.id());
    }

    @Test
    public void A7_a_file_that_is_not_ones_own_ends_the_completion() {
        RecordRef card = world.card(ANN, ANN);
        RecordRef other = world.card(ANN, ANN);
        Attachment hers = upload(EVE, "hers.txt", "hers");
        Attachment elsewhere = upload(ANN, "elsewhere.txt", "elsewhere");
        complete(ANN, other, 7, elsewhere.id());
        for (long wrong : new long[] {hers.id(), elsewhere.id(), 999_999_999}) {
            CrmException refusal = refused(() -> complete(ANN, card, 8, wrong));
            assertEquals("validation_failed", refusal.code());
            assertEquals("attachmentIds", refusal.fields().get(0).field());
            assertEquals("attachmentIds",
                    refused(() -> files.check(world.actor(ANN), card, List.of(wrong))).fields().get(0).field());
        }
        assertEquals(List.of(), world.feed(ANN, card, "activity"));
        assertEquals("hers", text(EVE, hers));
    }

    @Test
    public void A7_a_completion_from_while_the_bundle_was_away_brings_its_files() {
        RecordRef card = world.card(ANN, ANN);
        Attachment offer = upload(ANN, "offer.txt", "our offer");
        Attachment hers = upload(EVE, "hers.txt", "hers");
        world.go();
        complete(ANN, card, 7, offer.id(), hers.id());
        world.come("");
        assertEquals(List.of(shown(offer)), world.feed(ANN, card, "activity").get(0).attachments());
        assertEquals("hers", text(EVE, hers));
    }

    @Test
    public void after_a_day_what_hangs_on_nothing_is_gone_with_its_content() throws IOException {
        RecordRef card = world.card(ANN, ANN);
        Attachment loose = upload(ANN, "loose.txt", "loose");
        Attachment kept = upload(ANN, "kept.txt", "kept");
        complete(ANN, card, 7, kept.id());
        Attachment deleted = upload(ANN, "deleted.txt", "deleted");
        files.delete(world.actor(ANN), deleted.id());
        Path abandoned = Files.createFile(folder.getRoot().toPath().resolve("incoming").resolve("in1.tmp"));
        Files.setLastModifiedTime(abandoned, FileTime.from(world.crm.clock().instant()));
        world.crm.clock().advance(Duration.ofHours(23));
        sweep.run(world.crm.clock().instant());
        assertEquals("loose", text(ANN, loose));
        assertEquals(4, onDisk().size());
        Attachment fresh = upload(BOB, "fresh.txt", "fresh");
        world.crm.clock().advance(Duration.ofHours(2));
        sweep.run(world.crm.clock().instant());
        assertEquals("not_found", refused(() -> text(ANN, loose)).code());
        assertEquals("kept", text(ANN, kept));
        assertEquals("fresh", text(BOB, fresh));
        assertEquals(2, onDisk().size());
    }

    @Test
    public void content_that_is_lost_is_told_and_comes_back_by_sending_it_again() throws IOException {
        Attachment made = upload(ANN, "a.txt", "content");
        store.delete(made.sha256());
        assertEquals("file_missing", refused(() -> text(ANN, made)).code());
        upload(BOB, "b.txt", "content");
        assertEquals("content", text(ANN, made));
    }

    @Test
    public void F29_a_content_that_is_gone_or_another_and_a_file_in_the_wrong_place_are_found() throws Exception {
        execute("DELETE FROM ch_attachment"); // of other tests, with folders of their own
        RecordRef card = world.card(ANN, ANN);
        Attachment right = upload(ANN, "right.txt", "right");
        Attachment bent = upload(ANN, "bent.txt", "bent");
        Attachment gone = upload(ANN, "gone.txt", "gone");
        complete(ANN, card, 7, right.id(), bent.id(), gone.id());
        assertEquals(List.of(), wrong());
        Files.writeString(folder.getRoot().toPath().resolve(onDisk().stream().filter(path -> path.endsWith(bent.sha256())).findFirst()
                .orElseThrow()), "bend");
        store.delete(gone.sha256());
        String found = wrong().toString();
        assertTrue(found, found.contains("no, 2") && found.contains(bent.sha256()
                + ", of 1 file, is another now, of 4 bytes in place of 4"));
        assertTrue(found, found.contains(gone.sha256() + ", of 1 file, is missing"));
        upload(ANN, "bent.txt", "bent");
        upload(ANN, "gone.txt", "gone");
        assertEquals("sending them again mends both", List.of(), wrong());
        execute("UPDATE ch_attachment SET record_id = -1 WHERE id = " + right.id());
        assertTrue(wrong().toString(), wrong().toString().contains("A file is shown by an entry of the record that it hangs on: no, 1"));
    }

    private static void execute(String command) throws SQLException {
        try (Connection connection = world.crm.dataSource().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** What {@code crm:verify} finds wrong with files. */
    private List<String> wrong() {
        return world.crm.verify(new FileIntegrity(store)::check);
    }

    private Attachment upload(NamedRef who, String name, String text) {
        return files.upload(world.actor(who), name, null, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String text(NamedRef who, Attachment file) {
        Content content = files.open(world.actor(who), file.id());
        try (InputStream stream = content.stream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void complete(NamedRef who, RecordRef card, long id, Long... attachments) {
        ActivityState call = new ActivityState(id, card, new TypeRef(1, "todo", "To-Do", "check", "todo"), "Call",
                LocalDate.parse("2026-06-06"), Instant.parse("2026-06-06T00:00:00Z"), Instant.parse("2026-06-07T00:00:00Z"),
                ANN, null, false, "done");
        world.crm.acts().run(Act.of(world.actor(who), card), tx -> tx.publish(card,
                new ActivityCompleted(call, null, null, null, null, false, null, List.of(attachments))));
    }

    private static FeedEntry.Attachment shown(Attachment file) {
        return new FeedEntry.Attachment(file.id(), file.name(), file.type(), file.size());
    }

    private List<String> onDisk() throws IOException {
        try (Stream<Path> paths = Files.walk(folder.getRoot().toPath())) {
            return paths.filter(Files::isRegularFile).map(path -> folder.getRoot().toPath().relativize(path).toString())
                    .sorted().toList();
        }
    }

    private static CrmException refused(Runnable call) {
        return assertThrows(CrmException.class, call::run);
    }

    /** A body without length that never ends. */
    private static final class Endless extends InputStream {

        private long given;

        @Override
        public int read() {
            given++;
            return 'x';
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            given += length;
            return length;
        }
    }
}
