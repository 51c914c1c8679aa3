package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.DirectoryAdmin;
import com.pivotino.crm.api.directory.NewContact;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.pipeline.AssignmentRule;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.pipeline.event.OpportunityChanged;
import com.pivotino.crm.api.record.RecordAccess;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.pipeline.internal.domain.CardState;
import com.pivotino.crm.pipeline.internal.domain.CardStep;
import com.pivotino.crm.pipeline.internal.domain.ChangeLine;
import com.pivotino.crm.pipeline.internal.domain.HistoryLine;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.domain.OpportunityField;
import com.pivotino.crm.pipeline.internal.domain.OpportunityFieldChange;
import com.pivotino.crm.pipeline.internal.domain.StageLadder;
import com.pivotino.crm.pipeline.internal.domain.Stamp;
import com.pivotino.crm.pipeline.internal.domain.TotalsKey;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import com.pivotino.crm.support.StaleVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Edits members, merges edits made on an older version, tells of tracked changes once a save (SEMANTICS C5, P3, P12). */
final class Editor {
    private final PipelineCore core;
    private final DirectoryAdmin people;
    private final Versions versions;

    Editor(PipelineCore core, DirectoryAdmin people) {
        this.core = core;
        this.people = people;
        this.versions = new Versions(core);
    }

    Opportunity edit(Transaction tx, PipelineStores db, Call call, long id, Editing editing) {
        OpportunityEntity card = core.writable(db, call.actor(), id);
        Map<OpportunityField, Object> values = editing.values(card);
        List<OpportunityFieldChange> changes = changes(card, values);
        requireUntouched(call, db, card, changes);
        Referred referred = referred(tx, card, changes);
        Contact made = editing.makesCustomer() ? people.createContact(tx.actor(), contact(editing.customer())) : null;
        if (made != null) {
            changes.add(new OpportunityFieldChange(OpportunityField.CUSTOMER, card.customerId(), made.id()));
        }
        if (!changes.isEmpty()) {
            apply(tx, db, card, changes, referred, made);
        }
        return new StageTransition(core, tx, db, card, db.ladder()).answer();
    }

    /** The same in two steps for one of many: refuses now, or answers what does it; null if there is nothing to do. */
    Runnable ready(Transaction tx, PipelineStores db, OpportunityEntity card, Editing editing) {
        List<OpportunityFieldChange> changes = changes(card, editing.values(card));
        Referred referred = referred(tx, card, changes);
        return changes.isEmpty() ? null : () -> apply(tx, db, card, changes, referred, null);
    }

    private static List<OpportunityFieldChange> changes(OpportunityEntity card, Map<OpportunityField, Object> values) {
        List<OpportunityFieldChange> changes = new ArrayList<>();
        values.forEach((member, value) -> {
            Object before = member.read(card);
            if (!Objects.equals(before, value)) {
                changes.add(new OpportunityFieldChange(member, before, value));
            }
        });
        return changes;
    }

    /** A stale version is merged unless one of the members sent has changed since (REST "If-Match"). */
    private void requireUntouched(Call call, PipelineStores db, OpportunityEntity card, List<OpportunityFieldChange> changes) {
        if (!StaleVersion.is(call.version(), card.version()) || changes.isEmpty()) {
            return;
        }
        Map<String, OpportunityFieldChange> wanted = new LinkedHashMap<>();
        changes.forEach(change -> wanted.put(change.member().field(), change));
        Map<String, Object> since = new HashMap<>();
        db.opportunities().changesSince(card.id(), call.version()).forEach((field, line) -> {
            if (wanted.containsKey(field)) {
                since.put(field, wanted.get(field).member().decode(line.from()));
            }
        });
        List<Map<String, Object>> conflicts = StaleVersion.conflicts(wanted.keySet(), since, field -> wanted.get(field).from(),
                field -> wanted.get(field).to());
        if (!conflicts.isEmpty() || call.version() > card.version()) {
            throw versions.conflict(db, card, Map.of("conflicts", conflicts));
        }
    }

    private Referred referred(Transaction tx, OpportunityEntity card, List<OpportunityFieldChange> changes) {
        Referred referred = new Referred(core.directory(), ids(changes, OpportunityField.CUSTOMER),
                ids(changes, OpportunityField.SALESPERSON),
                ids(changes, OpportunityField.TEAM));
        for (OpportunityFieldChange change : changes) {
            if (change.to() instanceof Long id) {
                switch (change.member()) {
                    case CUSTOMER -> referred.contact(id);
                    case SALESPERSON -> referred.salesperson(id);
                    case TEAM -> referred.team(id);
                    default -> { }
                }
            }
        }
        Optional<OpportunityFieldChange> person = change(changes, OpportunityField.SALESPERSON);
        Optional<OpportunityFieldChange> team = change(changes, OpportunityField.TEAM);
        new AssignmentRule(tx.actor(), core.directory()).require(
                person.isPresent() ? (Long) person.get().to() : card.salespersonId(),
                team.isPresent() ? (Long) team.get().to() : card.teamId(), person.isPresent(), team.isPresent());
        return referred;
    }

    private static Optional<OpportunityFieldChange> change(List<OpportunityFieldChange> changes, OpportunityField member) {
        return changes.stream().filter(change -> change.member() == member).findFirst();
    }

    private static Set<Long> ids(List<OpportunityFieldChange> changes, OpportunityField member) {
        return changes.stream().filter(change -> change.member() == member && change.to() != null)
                .map(change -> (Long) change.to()).collect(java.util.stream.Collectors.toSet());
    }

    private void apply(Transaction tx, PipelineStores db, OpportunityEntity card, List<OpportunityFieldChange> changes, Referred referred,
            Contact made) {
        Stamp stamp = StageTransition.stampOf(tx);
        StageLadder ladder = db.ladder();
        TotalsKey before = card.standing();
        CardState earlier = CardState.of(card);
        RecordAccess readers = card.access(Set.of());
        Map<String, String> old = display(db, card);
        NamedRef previous = new Lookup(db, core.directory(), List.of(card)).user(card.salespersonId());
        Optional<Settling> settling = settling(db, card, ladder, changes);
        changes.stream().filter(change -> change.member() == OpportunityField.LOST_REASON)
                .forEach(change -> Losses.reason(db, (Long) change.to()));
        // everything of the card in one write, so that the version grows by one
        changes.forEach(change -> write(card, change, ladder, referred, made));
        settling.ifPresent(move -> move.run(db, card, stamp));
        card.touchedBy(stamp.userId(), stamp.at());
        db.flush();
        changes.forEach(change -> db.opportunities().log(new ChangeLine(card.id(), card.version(), change, stamp)));
        if (changes.stream().anyMatch(change -> change.member() == OpportunityField.TAGS)) {
            db.opportunities().indexTags(card);
        }
        db.search().refresh(card);
        db.totals().shift(before, card.standing());
        tx.undoStep(RecordRef.opportunity(card.id()), UndoneCards.OWNER, new CardStep(earlier, CardState.of(card)));
        publish(tx, db, card, old, previous, changes, readers.equals(card.access(Set.of())) ? null : readers);
    }

    private static void write(OpportunityEntity card, OpportunityFieldChange change, StageLadder ladder, Referred referred,
            Contact made) {
        Long id = change.to() instanceof Long number ? number : null;
        switch (change.member()) {
            case CUSTOMER -> {
                String name = id == null ? null : made != null ? made.name() : referred.contact(id).name();
                OpportunityField.writeCustomer(card, id, name);
            }
            case PROBABILITY -> OpportunityField.writeProbability(card, id,
                    ladder.find(card.stageId()).map(Stage::probability).orElse(0));
            default -> change.member().write(card, change.to());
        }
    }

    /** Where a card goes whose new team cannot see its stage. */
    private record Settling(Stage from, Stage to, String rank) {
        void run(PipelineStores db, OpportunityEntity card, Stamp stamp) {
            long seconds = card.secondsInStage(stamp.at());
            card.moveTo(to, stamp.at());
            card.standAt(rank);
            db.history().add(HistoryLine.stage(card.id(), from, to, seconds, stamp));
        }
    }

    /** A card whose new team cannot see its stage goes to the one that stands for it (P3). */
    private static Optional<Settling> settling(PipelineStores db, OpportunityEntity card, StageLadder ladder,
            List<OpportunityFieldChange> changes) {
        Stage from = ladder.find(card.stageId()).orElseThrow();
        Optional<OpportunityFieldChange> team = change(changes, OpportunityField.TEAM);
        if (team.isEmpty() || from.teamId() == null || from.teamId().equals(team.get().to())) {
            return Optional.empty();
        }
        Stage to = ladder.nearest(from.kind(), from.sequence(), (Long) team.get().to());
        return Optional.of(new Settling(from, to, db.ranks().onTop(to.id())));
    }

    private void publish(Transaction tx, PipelineStores db, OpportunityEntity card, Map<String, String> old, NamedRef previous,
            List<OpportunityFieldChange> changes, RecordAccess readersBefore) {
        boolean salespersonChanged = changes.stream().anyMatch(change -> change.member() == OpportunityField.SALESPERSON);
        // the stage's probability coming or going is no news, only what a person has set
        boolean probabilityChanged = changes.stream().anyMatch(change -> change.member() == OpportunityField.PROBABILITY);
        List<FieldChange> told = new ArrayList<>();
        display(db, card).forEach((field, now) -> {
            if (!Objects.equals(old.get(field), now) && (probabilityChanged || !field.equals("probability"))) {
                told.add(new FieldChange(field, old.get(field), now));
            }
        });
        change(changes, OpportunityField.CUSTOMER).filter(change -> told.stream().noneMatch(one -> one.field().equals("customer")))
                .ifPresent(change -> told.add(new FieldChange("customer", namesake(change.from()), namesake(change.to()))));
        Set<String> fields = new LinkedHashSet<>(told.stream().map(FieldChange::field).toList());
        changes.forEach(change -> fields.add(Objects.requireNonNullElse(change.member().trackedAs(), change.member().field())));
        tx.publish(RecordRef.opportunity(card.id()), new OpportunityChanged(
                card.toState(new Lookup(db, core.directory(), List.of(card))), told,
                salespersonChanged ? previous : null, salespersonChanged, List.copyOf(fields), readersBefore));
    }

    /** Two customers of one name are told apart by what else is known of them. */
    private String namesake(Object customer) {
        return customer == null ? null : core.directory().contact((Long) customer).map(contact -> contact.name() + " ("
                + Stream.of(contact.email(), contact.phone(), contact.company()).filter(Objects::nonNull).findFirst()
                .orElse("no. " + contact.id()) + ")").orElse(null);
    }

    /** Tracked members as a person reads them. */
    private Map<String, String> display(PipelineStores db, OpportunityEntity card) {
        Lookup names = new Lookup(db, core.directory(), List.of(card));
        Opportunity shown = card.toRecord(names, core.now(), null);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("stage", shown.stage().name());
        texts.put("name", shown.name());
        texts.put("customer", name(shown.customer()));
        texts.put("email", shown.email());
        texts.put("phone", shown.phone());
        texts.put("expectedRevenue", money(shown.expectedRevenue()));
        texts.put("salesperson", name(shown.salesperson()));
        texts.put("team", name(shown.team()));
        texts.put("priority", String.valueOf(shown.priority()));
        texts.put("expectedClosing", shown.expectedClosing() == null ? null : shown.expectedClosing().toString());
        texts.put("probability", card.isOpen() ? String.valueOf(shown.probability())
                : String.valueOf(OpportunityField.PROBABILITY.read(card)));
        texts.put("lostReason", name(shown.lostReason()));
        return texts;
    }

    private static String name(NamedRef ref) {
        return ref == null ? null : ref.name();
    }

    private static String money(Money money) {
        return money == null ? null : money.amount().toPlainString() + " " + money.currency();
    }

    private static NewContact contact(MergePatch customer) {
        return new NewContact(customer.text("name", Texts.NAME), Texts.email("customer.email", customer.text("email", Texts.EMAIL)),
                customer.text("phone", Texts.PHONE), customer.text("company", Texts.NAME));
    }
}
