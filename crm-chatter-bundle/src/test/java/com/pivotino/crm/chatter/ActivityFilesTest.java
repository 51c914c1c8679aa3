package com.pivotino.crm.chatter;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.AttachedFile;
import com.pivotino.crm.api.activity.Completion;
import com.pivotino.crm.api.activity.NewActivity;
import com.pivotino.crm.api.attachment.Attachment;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.NewOpportunity;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.chatter.internal.file.DefaultAttachmentService;
import com.pivotino.crm.chatter.internal.file.DiskFileStore;
import com.pivotino.crm.chatter.internal.file.FileSweep;
import com.pivotino.crm.testkit.FakeSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Files of activities (SEMANTICS A7) from their plan to the entry in the feed, with who keeps them, on both databases. */
public class ActivityFilesTest extends OnTrio {

    private static final long CALL = 2;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Actor ann;
    private Actor bob;
    private DefaultAttachmentService files;
    private FileSweep sweep;
    private RecordRef card;

    @Before
    public void open() {
        SchemaReady ready = new SchemaReady() { };
        DiskFileStore store = new DiskFileStore(folder.getRoot().toPath(), trio.crm.clock());
        files = new DefaultAttachmentService(ready, trio.crm.acts(), trio.crm.jpa("crm-chatter"), store, new FakeSettings(),
                trio.crm.records());
        sweep = new FileSweep(ready, trio.crm.acts(), trio.crm.jpa("crm-chatter"), store);
        trio.partners.addFiles(files);
        ann = trio.actor(1);
        bob = trio.actor(2);
        card = card();
    }

    @After
    public void let_go_of_the_files() {
        trio.partners.removeFiles(files);
    }

    @Test
    public void A7_the_entry_shows_what_the_activity_held_and_what_its_doer_adds() {
        Attachment plan = upload(ann, "plan.txt");
        Attachment report = upload(ann, "report.txt");
        Activity call = planned(plan.id());
        assertEquals(List.of(shown(plan)), call.attachments());
        assertEquals(call, trio.activities.get(ann, call.id()));
        Activity done = trio.activities.complete(Call.of(ann), call.id(),
                new Completion("Well", null, null, null, List.of(report.id()))).value();
        assertEquals(List.of(shown(plan), shown(report)), done.attachments());
        assertEquals(List.of("plan.txt", "report.txt"), names(trio.feed(card.id()).get(0)));
    }

    @Test
    public void A7_P10_a_move_that_finishes_the_activity_shows_its_files_too() {
        Activity first = trio.activities.list(ann, new ListQuery(10, null, null, false,
                Map.of("record", List.of(card.toString())))).items().get(0);
        Attachment plan = upload(ann, "plan.txt");
        trio.activities.edit(Call.of(ann), first.id(), attach(plan.id()));
        trio.opportunities.move(Call.of(trio.actor(4)), card.id(), MoveRequest.to(3));
        assertEquals(List.of("plan.txt"), trio.feed(card.id()).stream().filter(e -> !e.attachments().isEmpty())
                .flatMap(e -> names(e).stream()).toList());
    }

    @Test
    public void A6_an_edit_names_the_files_as_a_changed_field_and_counts_a_version() {
        Attachment one = upload(ann, "one.txt");
        Attachment two = upload(ann, "two.txt");
        Activity call = planned(one.id());
        Activity now = trio.activities.edit(Call.of(ann, call.version()), call.id(), attach(two.id(), one.id())).value();
        assertEquals(List.of(shown(two), shown(one)), now.attachments());
        assertEquals(call.version() + 1, now.version());
        assertEquals(List.of(new FieldChange("attachments", "one.txt", "two.txt, one.txt")), trio.feed(card.id()).get(0).changes());
        assertEquals("the same again is no change", now.version(),
                trio.activities.edit(Call.of(ann), call.id(), attach(two.id(), one.id())).value().version());
        CrmException stale = assertThrows(CrmException.class,
                () -> trio.activities.edit(Call.of(ann, call.version()), call.id(), attach(one.id())));
        assertEquals("version_conflict", stale.code());
    }

    @Test
    public void A7_files_of_others_and_of_other_records_are_refused_by_name_and_nothing_is_done() {
        Attachment bobs = upload(bob, "bobs.txt");
        Attachment elsewhere = upload(ann, "elsewhere.txt");
        RecordRef other = card();
        schedule(other, elsewhere.id());
        Activity call = planned();
        int entries = trio.feed(card.id()).size();
        for (long wrong : new long[] {bobs.id(), elsewhere.id(), 999_999_999}) {
            for (Runnable act : List.<Runnable>of(() -> planned(wrong),
                    () -> trio.activities.edit(Call.of(ann), call.id(), attach(wrong)),
                    () -> trio.activities.complete(Call.of(ann), call.id(), new Completion(null, null, null, null, List.of(wrong))))) {
                CrmException refusal = assertThrows(CrmException.class, act::run);
                assertEquals("attachmentIds", refusal.fields().get(0).field());
            }
        }
        assertEquals(entries, trio.feed(card.id()).size());
        assertEquals(call, trio.activities.get(ann, call.id()));
        assertEquals("bobs.txt", files.open(bob, bobs.id()).attachment().name());
    }

    @Test
    public void A7_at_most_twenty_files() {
        Long[] ids = new Long[21];
        Arrays.setAll(ids, i -> upload(ann, i + ".txt").id());
        CrmException refusal = assertThrows(CrmException.class, () -> planned(ids));
        assertEquals(List.of("attachmentIds", "too_many"),
                List.of(refusal.fields().get(0).field(), refusal.fields().get(0).code()));
        assertEquals(20, planned(Arrays.copyOf(ids, 20)).attachments().size());
    }

    @Test
    public void what_is_taken_off_is_swept_after_a_day_and_what_is_held_is_not() throws IOException {
        Attachment held = upload(ann, "held.txt");
        Attachment off = upload(ann, "off.txt");
        Attachment shared = upload(ann, "shared.txt");
        Activity call = planned(held.id(), off.id(), shared.id());
        Activity second = planned(shared.id());
        trio.activities.edit(Call.of(ann), call.id(), attach(held.id()));
        assertEquals("not_found", assertThrows(CrmException.class, () -> files.open(trio.actor(4), off.id())).code());
        assertEquals("shared.txt", files.open(trio.actor(4), shared.id()).attachment().name());
        trio.crm.clock().advance(Duration.ofHours(25));
        sweep.run(trio.crm.clock().instant());
        assertEquals("not_found", assertThrows(CrmException.class, () -> files.open(ann, off.id())).code());
        assertEquals("held.txt", files.open(trio.actor(4), held.id()).attachment().name());
        assertEquals("shared.txt", files.open(trio.actor(4), shared.id()).attachment().name());
        assertEquals(List.of(shown(shared)), trio.activities.get(ann, second.id()).attachments());
    }

    @Test
    public void A8_files_of_an_activity_that_was_a_mistake_are_their_uploaders_again() {
        Attachment plan = upload(ann, "plan.txt");
        Activity call = planned(plan.id());
        trio.activities.delete(Call.of(ann), call.id());
        assertEquals("not_found", assertThrows(CrmException.class, () -> files.open(trio.actor(4), plan.id())).code());
        assertEquals("plan.txt", files.open(ann, plan.id()).attachment().name());
    }

    @Test
    public void A7_while_nobody_keeps_files_they_are_still_shown() {
        Attachment plan = upload(ann, "plan.txt");
        Activity call = planned(plan.id());
        trio.partners.removeFiles(files);
        assertEquals(List.of(shown(plan)), trio.activities.get(ann, call.id()).attachments());
        assertEquals("unavailable", assertThrows(CrmException.class,
                () -> trio.activities.edit(Call.of(ann), call.id(), attach())).fields().get(0).code());
        trio.activities.complete(Call.of(ann), call.id(), Completion.plain());
        assertEquals(List.of("plan.txt"), names(trio.feed(card.id()).get(0)));
    }

    private RecordRef card() {
        return RecordRef.opportunity(trio.opportunities.create(Call.of(ann), NewOpportunity.named("Deal")).value().id());
    }

    private Activity planned(Long... ids) {
        return schedule(card, ids);
    }

    private Activity schedule(RecordRef record, Long... ids) {
        return trio.activities.schedule(ann, new NewActivity(record, CALL, "Ring", null, null, null, null, null, null,
                List.of(ids))).value();
    }

    private static MergePatch attach(Long... ids) {
        return new MergePatch(Map.of("attachmentIds", List.of(ids)));
    }

    private Attachment upload(Actor who, String name) {
        return files.upload(who, name, null, new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8)));
    }

    private static AttachedFile shown(Attachment file) {
        return new AttachedFile(file.id(), file.name(), file.type(), file.size());
    }

    private static List<String> names(FeedEntry entry) {
        return entry.attachments().stream().map(FeedEntry.Attachment::name).toList();
    }
}
