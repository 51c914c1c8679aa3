package com.pivotino.crm.itests.partner;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.spi.ActivityTypeDefinition;
import com.pivotino.crm.api.activity.spi.ActivityTypeProvider;
import com.pivotino.crm.api.activity.spi.DueDate;
import com.pivotino.crm.api.activity.spi.DueDatePolicy;
import com.pivotino.crm.api.activity.spi.DueDateQuestion;
import com.pivotino.crm.api.calendar.spi.ReminderChannel;
import com.pivotino.crm.api.calendar.spi.ReminderMessage;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.DomainEventListener;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.notification.spi.Audience;
import com.pivotino.crm.api.notification.spi.DeliveryResult;
import com.pivotino.crm.api.notification.spi.NotificationChannel;
import com.pivotino.crm.api.notification.spi.NotificationRule;
import com.pivotino.crm.api.notification.spi.OutgoingNotification;
import com.pivotino.crm.api.notification.spi.ProposedRecipient;
import com.pivotino.crm.api.notification.spi.RecipientPolicy;
import com.pivotino.crm.api.notification.spi.RecipientProposal;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.spi.StageDefinition;
import com.pivotino.crm.api.pipeline.spi.StageGuard;
import com.pivotino.crm.api.pipeline.spi.StageMove;
import com.pivotino.crm.api.pipeline.spi.StageProposal;
import com.pivotino.crm.api.pipeline.spi.StageProvider;
import com.pivotino.crm.api.pipeline.spi.StageTrigger;
import com.pivotino.crm.api.pipeline.spi.StageVerdict;
import com.pivotino.crm.api.record.RecordProvider;
import com.pivotino.crm.api.record.RecordSummary;
import com.pivotino.crm.api.search.spi.SearchHit;
import com.pivotino.crm.api.search.spi.SearchProvider;
import com.pivotino.crm.api.search.spi.SearchQuery;
import com.pivotino.crm.api.ui.spi.UiElement;
import com.pivotino.crm.api.ui.spi.UiExtension;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A partner's plugins that misbehave, all in the way that {@link Misbehaviour} names. */
public final class Saboteur {

    private Saboteur() {
    }

    /** Refuses nothing. */
    public static final class Guard implements StageGuard {
        @Override
        public StageVerdict check(StageMove move) {
            return Misbehaviour.answer(StageVerdict.allow(), StageVerdict.deny(null, null));
        }
    }

    /** Proposes nothing. */
    public static final class Trigger implements StageTrigger {
        @Override
        public Optional<StageProposal> propose(DomainEvent event, Opportunity opportunity) {
            return Misbehaviour.answer(Optional.empty(), Optional.of(new StageProposal(null, -1L, null)));
        }
    }

    /** Has one stage. */
    public static final class Stages implements StageProvider {
        @Override
        public List<StageDefinition> stages() {
            return Misbehaviour.answer(List.of(new StageDefinition("sabotage", "Sabotage", 900, 50)), Arrays.asList(null,
                    new StageDefinition("sabotage", "", "unheard-of", -1, 4711, false, "no colour"),
                    new StageDefinition(null, null, 0, 0)));
        }
    }

    /** Has one type. */
    public static final class Types implements ActivityTypeProvider {
        @Override
        public List<ActivityTypeDefinition> types() {
            return Misbehaviour.answer(List.of(new ActivityTypeDefinition("sabotage", "Sabotage", "check", "todo")), Arrays.asList(null,
                    new ActivityTypeDefinition("", null, null, "unheard-of", -1, "eons", List.of(), null, null)));
        }
    }

    /** Has no opinion. */
    public static final class DueDates implements DueDatePolicy {
        @Override
        public Optional<DueDate> dueDate(DueDateQuestion question) {
            return Misbehaviour.answer(Optional.empty(), Optional.of(new DueDate(LocalDate.MAX, "x".repeat(100_000))));
        }
    }

    /** Names nobody. */
    public static final class Rule implements NotificationRule {
        @Override
        public Set<String> recipients(DomainEvent event, Audience audience) {
            return Misbehaviour.answer(Set.of(),
                    new HashSet<>(Arrays.asList(null, "", "user:0", "user:99999999999999999999", "everybody")));
        }
    }

    /** Leaves nobody out. */
    public static final class Policy implements RecipientPolicy {
        @Override
        public Map<ProposedRecipient, String> leaveOut(RecipientProposal proposal) {
            Map<ProposedRecipient, String> nonsense = new HashMap<>();
            nonsense.put(null, null);
            nonsense.put(new ProposedRecipient(null, null, null), "x");
            return Misbehaviour.answer(Map.of(), nonsense);
        }
    }

    /** Delivers. */
    public static final class Channel implements NotificationChannel {
        @Override
        public DeliveryResult deliver(OutgoingNotification notification) {
            return Misbehaviour.answer(DeliveryResult.delivered(), new DeliveryResult(DeliveryResult.Outcome.REJECTED, "x".repeat(10_000)));
        }
    }

    /** Reminds. */
    public static final class Reminders implements ReminderChannel {
        @Override
        public Result deliver(ReminderMessage message) {
            return Misbehaviour.answer(Result.DELIVERED, Result.REJECTED);
        }
    }

    /** Listens. */
    public static final class Listener implements DomainEventListener {
        @Override
        public void on(DomainEvent event) {
            Misbehaviour.answer("", "");
        }
    }

    /** Knows no record. */
    public static final class Records implements RecordProvider {
        @Override
        public Optional<RecordSummary> find(RecordRef record) {
            return Misbehaviour.answer(Optional.empty(), Optional.of(new RecordSummary(null, null, null)));
        }
    }

    /** Finds nothing. */
    public static final class Finder implements SearchProvider {
        @Override
        public List<SearchHit> search(SearchQuery query) {
            return Misbehaviour.answer(List.of(), Arrays.asList(null, new SearchHit(null, null, null, null, null, null, null)));
        }
    }

    /** Shows nothing. */
    public static final class Elements implements UiExtension {
        @Override
        public List<UiElement> elements() {
            return Misbehaviour.answer(List.of(), Collections.singletonList(null));
        }
    }

    /** Would act inside our transaction, if the operator trusted it. */
    public static final class Meddler implements Reaction {
        @Override
        public void react(DomainEvent event, Transaction tx) {
            throw new IllegalStateException("nobody trusts me");
        }
    }
}
