package com.pivotino.crm.chatter.internal.shared;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.attachment.AttachmentService;
import com.pivotino.crm.api.chatter.SharedService;
import com.pivotino.crm.api.chatter.SharedView;
import com.pivotino.crm.api.directory.DirectoryAdmin;
import com.pivotino.crm.api.directory.Settings;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.pipeline.OpportunityService;
import com.pivotino.crm.chatter.internal.content.MessageFormatter;
import com.pivotino.crm.chatter.internal.domain.FeedLine;
import com.pivotino.crm.chatter.internal.domain.Following;
import com.pivotino.crm.chatter.internal.domain.MessageText;
import com.pivotino.crm.chatter.internal.domain.TrackedRecord;
import com.pivotino.crm.chatter.internal.follower.Followers;
import com.pivotino.crm.chatter.internal.message.Author;
import com.pivotino.crm.chatter.internal.message.MessagePosting;
import com.pivotino.crm.chatter.internal.message.Reach;
import com.pivotino.crm.chatter.internal.message.Vetting;
import com.pivotino.crm.chatter.internal.recipient.RecipientPolicies;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import com.pivotino.crm.chatter.internal.store.ChatterStore;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The view of followers outside: whoever holds a link that works is its follower (SEMANTICS W7). */
@Component(service = SharedService.class)
public final class DefaultSharedService implements SharedService {

    private final ChatterCore core;
    private final DirectoryAdmin admin;
    private final SettingsService settings;
    private final AttachmentService files;
    private final RecipientPolicies policies;
    private final Vetting vetting;
    private final MessageFormatter formatter = new MessageFormatter();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile OpportunityService opportunities;

    @Activate
    public DefaultSharedService(@Reference ChatterCore core, @Reference DirectoryAdmin admin, @Reference SettingsService settings,
            @Reference AttachmentService files, @Reference RecipientPolicies policies) {
        this.core = core;
        this.admin = admin;
        this.settings = settings;
        this.files = files;
        this.policies = policies;
        this.vetting = new Vetting(core, policies);
    }

    @Override
    public SharedView view(String token, ListQuery query) {
        String description = description(token);
        BiFunction<EntityManager, Transaction, SharedView> show = (em, tx) -> {
            Following reader = open(em, token);
            if (query.cursor() == null) {
                em.persist(new AccessView(reader, "read", tx.now()));
            }
            TrackedRecord record = record(em, reader);
            Settings now = settings.current();
            String name = core.directory().contact(reader.person().id()).map(contact -> contact.name()).orElse("");
            return new SharedView(record.title(), description, now.externalLinkShowsStage() ? record.status() : null,
                    "won".equals(record.outcome()) ? "WON" : null, name, reader.accessUntil(),
                    new SharedMessages(em, core.directory(), reader).page(query));
        };
        return core.automation(Set.of(), show);
    }

    /** Asked before the transaction: it is another bundle's. */
    private String description(String token) {
        OpportunityService service = opportunities;
        long id = core.read(em -> open(em, token).record().id());
        try {
            return service == null ? null : service.get(Actor.system(ZoneOffset.UTC), id).description();
        } catch (CrmException e) {
            // Gone in between: the view itself says so.
            return null;
        }
    }

    @Override
    public SharedView.Message post(String token, Answer answer) {
        String html = formatter.html(answer.body(), "markdown");
        if (html.isEmpty()) {
            throw CrmException.invalid("body", "required", "Write something.");
        }
        Following writer = core.read(em -> open(em, token));
        Author author = author(writer);
        Reach reach = vetting.ofFollowers(writer.record(), author, Reach.by(policies.channels()));
        return change(token, "wrote", (em, reader, tx) -> {
            requirePatience(em, reader, tx);
            TrackedRecord record = record(em, reader);
            FeedLine parent = answer.replyTo() == null ? null : SharedMessages.visible(em, reader, answer.replyTo());
            FeedLine entry = new FeedLine(record.ref(), new MessageText(MessageText.MESSAGE, answer.body(), "markdown", html,
                    parent == null ? null : parent.id()), author.named(), tx.now(), tx.causeId());
            new MessagePosting(em, core, admin, settings.current(), reach).receive(record, entry, author, tx);
            return new SharedMessages(em, core.directory(), reader).message(entry);
        });
    }

    private Author author(Following writer) {
        return new Author(writer.person(), core.directory().contact(writer.person().id()).map(contact -> contact.name()).orElse(""), null);
    }

    @Override
    public void unsubscribe(String token) {
        boolean works = core.read(em -> new AccessLinks(em).open(token, core.clock().instant()).isPresent());
        if (works) {
            change(token, "unsubscribed", (em, reader, tx) -> {
                String name = core.directory().contact(reader.person().id()).map(contact -> contact.name()).orElse("");
                new Followers(new ChatterStore(em), tx).remove(reader.record(), reader, name);
                return null;
            });
        }
    }

    @Override
    public AttachmentService.Content attachment(String token, long id) {
        core.read(em -> {
            OptionalLong entry = new AccessLinks(em).entryOfFiles(token, core.clock().instant());
            if (entry.isPresent()) {
                SharedMessages.requireFileOf(em, entry.getAsLong(), id);
            } else {
                SharedMessages.requireFile(em, open(em, token), id);
            }
            return null;
        });
        return files.open(Actor.system(ZoneOffset.UTC), id);
    }

    private interface Work<T> {
        T run(EntityManager em, Following reader, Transaction tx);
    }

    /** Under the record's lock, which a post by a colleague takes too. */
    private <T> T change(String token, String action, Work<T> work) {
        var ref = core.read(em -> open(em, token).record());
        return core.automation(Set.of(ref), (em, tx) -> {
            Following reader = open(em, token);
            em.persist(new AccessView(reader, action, tx.now()));
            return work.run(em, reader, tx);
        });
    }

    private Following open(EntityManager em, String token) {
        return new AccessLinks(em).open(token, core.clock().instant()).orElseThrow(() -> CrmException.notFound("The link"));
    }

    private TrackedRecord record(EntityManager em, Following reader) {
        return core.records(em).find(reader.record()).orElseThrow(() -> CrmException.notFound("The link"));
    }

    private static void requirePatience(EntityManager em, Following reader, Transaction tx) {
        if (SharedMessages.writtenSince(em, reader, tx.now().minusSeconds(SharedMessages.HOUR)) >= SharedMessages.MOST_AN_HOUR) {
            throw new CrmException(CrmException.Kind.RATE_LIMITED, "rate_limited", "That is a lot at once; try again in a while.",
                    List.of(), Map.of("retryAfter", SharedMessages.HOUR), null);
        }
    }
}
