package com.pivotino.crm.chatter.internal.message;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Cursor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.chatter.MentionSuggestion;
import com.pivotino.crm.api.chatter.MessageDetail;
import com.pivotino.crm.api.chatter.MessageService;
import com.pivotino.crm.api.chatter.NewMessage;
import com.pivotino.crm.api.chatter.RecipientPreview;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.DirectoryAdmin;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.chatter.internal.content.MessageFormatter;
import com.pivotino.crm.chatter.internal.delivery.DeliveryEntity;
import com.pivotino.crm.chatter.internal.delivery.DeliveryStore;
import com.pivotino.crm.chatter.internal.delivery.LateDeliveries;
import com.pivotino.crm.chatter.internal.domain.FeedLine;
import com.pivotino.crm.chatter.internal.domain.ReplacedText;
import com.pivotino.crm.chatter.internal.domain.TrackedRecord;
import com.pivotino.crm.chatter.internal.feed.FeedEntries;
import com.pivotino.crm.chatter.internal.file.FileLinks;
import com.pivotino.crm.chatter.internal.recipient.ChannelIds;
import com.pivotino.crm.chatter.internal.recipient.RecipientPolicies;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import com.pivotino.crm.chatter.internal.store.ChatterStore;
import com.pivotino.crm.support.PageCursor;
import com.pivotino.crm.support.PageRows;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Messages and notes: the transaction's border and permission; {@link MessagePosting} and {@link MessageEditing} do it. */
@Component(service = {MessageService.class, MailedMessages.class})
public final class DefaultMessageService implements MessageService, MailedMessages {

    private static final String ENTRY = "The entry";

    private final ChatterCore core;
    private final Directory directory;
    private final DirectoryAdmin admin;
    private final SettingsService settings;
    private final ChannelIds channels;
    private final Vetting vetting;
    private final MessageFormatter formatter = new MessageFormatter();

    @Activate
    public DefaultMessageService(@Reference ChatterCore core, @Reference DirectoryAdmin admin, @Reference SettingsService settings,
            @Reference ChannelIds channels, @Reference RecipientPolicies policies) {
        this.core = core;
        this.directory = core.directory();
        this.admin = admin;
        this.settings = settings;
        this.channels = channels;
        this.vetting = new Vetting(core, policies);
    }

    @Override
    public RecipientPreview preview(Actor actor, RecordRef ref, NewMessage message) {
        MessageDraft draft = MessageDraft.of(message, formatter);
        Reach reach = vetted(actor, ref, draft);
        return read(em -> {
            TrackedRecord record = readable(em, actor, ref);
            RecipientResolver resolver = new RecipientResolver(directory, record, new ChatterStore(em).followings(ref),
                    reach.withCopied(em, ref));
            boolean note = posting(em, reach).isNote(draft, record);
            new FileLinks(em).check(actor.userId(), ref, message.attachmentIds());
            return Previews.of(resolver.resolve(draft, note, actor.user()).answer(), new FileLinks(em).inMail(
                    message.attachmentIds()), PreviewToken.of(resolver.state()));
        });
    }

    @Override
    public Answer<FeedEntry> post(Actor actor, RecordRef ref, NewMessage message) {
        MessageDraft draft = MessageDraft.of(message, formatter);
        draft.requireContent();
        return post(Act.of(actor, ref), ref, draft, vetted(actor, ref, draft));
    }

    @Override
    public Reach reach(Actor actor, RecordRef ref, NewMessage message) {
        return vetted(actor, ref, MessageDraft.of(message, formatter)).unconditionally();
    }

    @Override
    public FeedEntry postMailed(Actor actor, RecordRef ref, NewMessage message, Reach reach) {
        MessageDraft draft = MessageDraft.of(message, formatter);
        draft.requireContent();
        return post(Act.of(actor, ChatterCore.MAIL, Set.of(ref)), ref, draft, reach).value();
    }

    private Answer<FeedEntry> post(Act act, RecordRef ref, MessageDraft draft, Reach reach) {
        Actor actor = act.actor();
        return core.answer(act, (em, tx) -> {
            MessagePosting.Posted posted = posting(em, reach).post(readable(em, actor, ref), draft, tx);
            em.flush();
            return assembler(em, actor).entry(posted.entry()).withUnresolved(posted.unresolved());
        });
    }

    @Override
    public MessageDetail message(Actor actor, long id) {
        return read(em -> {
            FeedLine line = line(em, actor, id);
            FeedEntry entry = assembler(em, actor).entry(line);
            boolean mine = line.isBy(actor.user());
            List<MessageDetail.Version> versions = !actor.isAdmin() ? List.of() : new ChatterStore(em).replacedTexts(id).stream()
                    .map(ReplacedText::toRecord).toList();
            return new MessageDetail(line.record(), entry, mine ? line.source() : null, line.format(), versions);
        });
    }

    @Override
    public Answer<FeedEntry> edit(Actor actor, long id, MergePatch patch) {
        MessageDraft draft = MessagePatch.draft(patch, formatter);
        RecordRef ref = read(em -> line(em, actor, id).record());
        Reach reach = draft == null ? reach() : vetting.of(ref, draft, actor.user(), reach(),
                (em, record) -> line(em, actor, id).isInternal());
        return core.answer(Act.of(actor, ref), (em, tx) -> {
            FeedLine line = line(em, actor, id);
            List<String> unresolved = draft == null ? List.of() : new MessageEditing(em, settings.current(), posting(em, reach))
                    .edit(readable(em, actor, line.record()), line, draft, tx);
            em.flush();
            return assembler(em, actor).entry(line).withUnresolved(unresolved);
        });
    }

    @Override
    public void delete(Actor actor, long id) {
        change(actor, id, (em, tx) -> {
            new MessageEditing(em, settings.current(), posting(em, reach())).delete(line(em, actor, id), tx);
            em.flush();
            return null;
        });
    }

    @Override
    public Page<FeedEntry.Delivery> deliveries(Actor actor, long id, ListQuery query) {
        query.allowing(Set.of());
        long after = PageCursor.number(query.cursor(), 0);
        if (read(em -> new LateDeliveries(em).areOf(line(em, actor, id).id()))) {
            core.automation(Set.of(), (em, tx) -> {
                new LateDeliveries(em).writeOf(id);
                return null;
            });
        }
        return read(em -> {
            line(em, actor, id);
            List<DeliveryEntity> found = new DeliveryStore(em).page(id, after, query.limit() + 1);
            return PageRows.of(found, query.limit()).page(DeliveryEntity::toRecord, last -> Cursor.of(last.id()), null);
        });
    }

    @Override
    public Page<MentionSuggestion> suggestions(Actor actor, RecordRef ref, String text) {
        return read(em -> new Page<>(new MentionSuggestions(directory, text)
                .of(readable(em, actor, ref), new ChatterStore(em).followings(ref)), null));
    }

    private MessagePosting posting(EntityManager em, Reach reach) {
        return new MessagePosting(em, core, admin, settings.current(), reach);
    }

    private Reach vetted(Actor actor, RecordRef ref, MessageDraft draft) {
        return vetting.of(ref, draft, actor.user(), reach(), (em, record) -> posting(em, reach()).isNote(draft, readable(em, actor, ref)));
    }

    private Reach reach() {
        return Reach.by(channels.partners());
    }

    private FeedEntries assembler(EntityManager em, Actor actor) {
        return new FeedEntries(em, directory, actor, settings.current().editWindowMinutes());
    }

    private <T> T read(Function<EntityManager, T> work) {
        return core.read(work);
    }

    private <T> Answer<T> change(Actor actor, long id, BiFunction<EntityManager, Transaction, T> work) {
        RecordRef ref = read(em -> line(em, actor, id).record());
        return core.answer(Act.of(actor, ref), work);
    }

    private TrackedRecord readable(EntityManager em, Actor actor, RecordRef ref) {
        return core.records(em).readable(actor, ref);
    }

    private FeedLine line(EntityManager em, Actor actor, long id) {
        return new ChatterStore(em).line(id).filter(line -> !line.isHidden() && core.isReadable(actor, line.record()))
                .orElseThrow(() -> CrmException.notFound(ENTRY));
    }
}
