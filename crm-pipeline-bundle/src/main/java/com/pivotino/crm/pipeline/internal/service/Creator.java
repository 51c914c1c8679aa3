package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldProblem;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.DirectoryAdmin;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.pipeline.AssignmentRule;
import com.pivotino.crm.api.pipeline.ImportedOpportunity;
import com.pivotino.crm.api.pipeline.NewOpportunity;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.pipeline.event.OpportunityCreated;
import com.pivotino.crm.pipeline.internal.domain.CardActivity;
import com.pivotino.crm.pipeline.internal.domain.HistoryLine;
import com.pivotino.crm.pipeline.internal.domain.Loss;
import com.pivotino.crm.pipeline.internal.domain.OpportunityField;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.domain.Rank;
import com.pivotino.crm.pipeline.internal.domain.StageLadder;
import com.pivotino.crm.pipeline.internal.domain.Stamp;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes opportunities, one or many in one act (SEMANTICS P6, P14, A1). */
final class Creator {
    private static final int PERCENT = 100;
    private final PipelineCore core;
    private final DirectoryAdmin people;

    Creator(PipelineCore core, DirectoryAdmin people) {
        this.core = core;
        this.people = people;
    }

    /** An opportunity on its way into the database. */
    private record Made(OpportunityEntity card, Stage stage, Loss loss, ImportedOpportunity row, List<Stage> path) {
        boolean wantsFirstActivity() {
            return card.isOpen() && !Boolean.FALSE.equals(row.what().firstActivity());
        }
    }

    /** @param many whether refusals name the row */
    List<Opportunity> create(Transaction tx, PipelineStores db, List<ImportedOpportunity> rows, boolean many) {
        Stamp stamp = StageTransition.stampOf(tx);
        Referred referred = new Referred(core.directory(), rows.stream().map(ImportedOpportunity::what).toList());
        StageLadder ladder = db.ladder();
        requireNewKeys(tx.actor(), db, rows, many);
        Map<Long, String> tops = new HashMap<>();
        AssignmentRule assignment = new AssignmentRule(tx.actor(), core.directory());
        List<Made> made = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            try {
                NewOpportunity what = rows.get(i).what();
                referred.requirePeople(what);
                assignment.require(what.salespersonId(), what.teamId(), true, true);
                made.add(make(tx, db, rows.get(i), ladder, referred, stamp, tops));
            } catch (CrmException e) {
                throw many ? inRow(i, e) : e;
            }
        }
        made.forEach(one -> record(db, one, stamp));
        List<OpportunityEntity> cards = made.stream().map(Made::card).toList();
        db.totals().shift(List.of(), cards.stream().map(OpportunityEntity::standing).toList());
        db.activities().expect(cards.stream().map(OpportunityEntity::id).toList());
        publish(tx, db, made);
        Map<Long, CardActivity> activities = db.activities().write(cards);
        Lookup names = new Lookup(db, core.directory(), cards).with(activities);
        return cards.stream().map(card -> card.toRecord(names, stamp.at(), tx.actor())).toList();
    }

    private Made make(Transaction tx, PipelineStores db, ImportedOpportunity row, StageLadder ladder, Referred referred, Stamp stamp,
            Map<Long, String> tops) {
        NewOpportunity what = row.what();
        String name = Texts.name("name", what.name());
        Stage stage = what.stageId() == null ? ladder.newStage(what.teamId())
                : ladder.enterable(what.stageId(), what.teamId());
        Loss loss = stage.kind().equals("lost") ? Losses.check(db, what.lostReasonId(), row.proposedReason(), what.note(), null) : null;
        Contact customer = customer(tx, what, referred);
        Instant created = row.createdAt() == null ? stamp.at() : row.createdAt();
        Instant closed = row.closedAt() == null ? stamp.at() : row.closedAt();
        boolean open = StageLadder.isOpen(stage);
        Instant since = row.stageSince() != null ? row.stageSince() : open ? created : closed;
        String rank = tops.compute(stage.id(), (id, top) -> top == null ? db.ranks().onTop(id) : Rank.above(top));
        List<Stage> path = row.path().stream().map(passage -> ladder.enterable(passage.stageId(), what.teamId())).toList();
        Stage last = path.isEmpty() || open ? null : path.get(path.size() - 1);
        OpportunityEntity card = new OpportunityEntity(name, last == null ? stage : last, stamp.userId(), created, since, rank);
        card.cameFrom(Texts.plain("externalId", row.externalId(), Texts.NAME));
        fill(card, what, customer);
        if (row.probability() != null) {
            OpportunityField.writeProbability(card, (long) Texts.range("probability", row.probability(), PERCENT), stage.probability());
        }
        if (loss != null) {
            card.lose(last, stage, closed, stamp.userId(), stamp.causeId(), loss);
        } else if (!open) {
            card.win(last, stage, closed, stamp.userId(), stamp.causeId());
        }
        card.touchedBy(stamp.userId(), stamp.at());
        return new Made(card, stage, loss, row, path);
    }

    private static void fill(OpportunityEntity card, NewOpportunity what, Contact customer) {
        String email = Texts.email("email", what.email());
        String phone = Texts.plain("phone", what.phone(), Texts.PHONE);
        if (customer != null) {
            OpportunityField.writeCustomer(card, customer.id(), customer.name());
            email = email == null ? customer.email() : email;
            phone = phone == null ? customer.phone() : phone;
        }
        OpportunityField.EMAIL.write(card, email);
        OpportunityField.PHONE.write(card, phone);
        OpportunityField.EXPECTED_REVENUE.write(card, Texts.revenue(what.expectedRevenue()));
        OpportunityField.SALESPERSON.write(card, what.salespersonId());
        OpportunityField.TEAM.write(card, what.teamId());
        OpportunityField.PRIORITY.write(card, (long) Texts.range("priority", what.priority(), Editing.TOP_PRIORITY));
        OpportunityField.EXPECTED_CLOSING.write(card, what.expectedClosing());
        OpportunityField.DESCRIPTION.write(card, Texts.plain("description", what.description(), Texts.DESCRIPTION));
        OpportunityField.TAGS.write(card, Texts.tags(what.tags()));
    }

    private Contact customer(Transaction tx, NewOpportunity what, Referred referred) {
        if (what.customer() != null && what.customerId() != null) {
            throw CrmException.invalid("customer", "ambiguous", "Name either customerId or customer.");
        }
        if (what.customer() != null) {
            return people.createContact(tx.actor(), what.customer());
        }
        return what.customerId() == null ? null : referred.contact(what.customerId());
    }

    private static void record(PipelineStores db, Made one, Stamp stamp) {
        db.opportunities().add(one.card());
        long id = one.card().id();
        Stage from = null;
        Instant entered = null;
        for (int i = 0; i < one.path().size(); i++) {
            Instant at = one.row().path().get(i).at();
            db.history().add(HistoryLine.stage(id, from, one.path().get(i), seconds(entered, at), stamp.at(at)));
            from = one.path().get(i);
            entered = at;
        }
        Instant since = one.card().stageSince();
        db.history().add(HistoryLine.stage(id, from, one.stage(), seconds(entered, since), stamp.at(since)));
        if (!one.card().isOpen()) {
            db.history().add(HistoryLine.outcome(id, from == null ? null : "open", one.card().outcome(),
                    from == null ? null : seconds(one.card().createdAt(), since), stamp.at(one.card().closedAt()), one.loss()));
        }
    }

    private static Long seconds(Instant from, Instant to) {
        return from == null ? null : Math.max(0, Duration.between(from, to).getSeconds());
    }

    private void publish(Transaction tx, PipelineStores db, List<Made> made) {
        made.stream().filter(one -> !one.card().tags().isEmpty()).forEach(one -> db.opportunities().indexTags(one.card()));
        db.search().add(made.stream().map(Made::card).toList());
        Lookup names = new Lookup(db, core.directory(), made.stream().map(Made::card).toList());
        made.forEach(one -> tx.publish(RecordRef.opportunity(one.card().id()), new OpportunityCreated(
                one.card().toState(names), one.wantsFirstActivity(), one.row().silent())));
    }

    private static void requireNewKeys(Actor actor, PipelineStores db, List<ImportedOpportunity> rows, boolean many) {
        List<String> keys = rows.stream().map(ImportedOpportunity::externalId).filter(Objects::nonNull).toList();
        if (keys.isEmpty()) {
            return;
        }
        Map<String, Long> taken = db.opportunities().idsByExternalId(actor, keys);
        Map<String, Long> seen = keys.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        for (int i = 0; i < rows.size(); i++) {
            String key = rows.get(i).externalId();
            if (key != null && (taken.containsKey(key) || seen.get(key) > 1)) {
                CrmException e = CrmException.invalid("externalId", "taken", "There is an opportunity with the key " + key + ".");
                throw many ? inRow(i, e) : e;
            }
        }
    }

    private static CrmException inRow(int row, CrmException e) {
        List<FieldProblem> fields = e.fields().stream()
                .map(f -> new FieldProblem("rows[" + row + "]." + f.field(), f.code(), f.message())).toList();
        return new CrmException(e.kind(), e.code(), e.getMessage(), fields, e.extras(), e);
    }
}
