package com.pivotino.crm.runtime.internal.act;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.ActUndone;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.event.UndoService;
import com.pivotino.crm.api.event.UndoneAct;
import com.pivotino.crm.runtime.internal.log.EventJson;
import com.pivotino.crm.runtime.internal.sql.Database;
import com.pivotino.crm.runtime.internal.undo.UndoOffer;
import com.pivotino.crm.runtime.internal.undo.UndoStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Takes acts back: one event for each record, to which the bundles react with what they kept. */
public final class DefaultUndoService implements UndoService {

    private final Database database;
    private final DefaultActs acts;
    private final EventJson json = new EventJson();
    private final UndoStore store = new UndoStore();

    public DefaultUndoService(Database database, DefaultActs acts) {
        this.database = database;
        this.acts = acts;
    }

    @Override
    public Answer<UndoneAct> undo(Actor actor, String token) {
        UndoStore.Kept act = acts.read(() -> database.joined(connection -> store.find(connection, token, false)));
        boolean own = act != null && actor.user() != null && (actor.user().id() == act.actorId() || actor.isAdmin());
        if (!own) { // who may not take it back does not learn that there is something
            throw CrmException.notFound("What is to be taken back");
        }
        List<RecordRef> records = acts.read(() -> database.joined(connection -> store.records(connection, act)));
        return acts.undoing(new Act(actor, "undo", new LinkedHashSet<>(records)), act.causeId(),
                transaction -> undo(transaction, act.token(), records));
    }

    private UndoneAct undo(Transaction transaction, String token, List<RecordRef> records) {
        UndoStore.Kept act = database.joined(connection -> store.find(connection, token, true));
        UndoneAct undone = new UndoneAct(act.causeId(), act.at(), records);
        if (act.state() == UndoStore.State.UNDONE) {
            return undone;
        }
        if (act.state() == UndoStore.State.SETTLED || !act.until().isAfter(transaction.now())) {
            throw CrmException.conflict("conflict", "The time for taking this back is over.");
        }
        List<UndoOffer.Step> steps = database.joined(connection -> {
            store.undone(connection, token);
            return store.steps(connection, act.causeId());
        });
        Map<RecordRef, Map<String, List<Object>>> byRecord = new LinkedHashMap<>();
        for (UndoOffer.Step step : steps) {
            byRecord.computeIfAbsent(step.record(), any -> new LinkedHashMap<>())
                    .computeIfAbsent(step.owner(), any -> new ArrayList<>()).add(json.tree(step.body()));
        }
        boolean lead = true;
        for (RecordRef record : records) {
            transaction.publish(record, new ActUndone(act.causeId(), act.at(), lead, byRecord.getOrDefault(record, Map.of())));
            lead = false;
        }
        return undone;
    }
}
