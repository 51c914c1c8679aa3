package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.pipeline.LostReason;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.pipeline.internal.domain.CardActivity;
import com.pivotino.crm.pipeline.internal.domain.Names;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names and activities for a set of opportunities: one query of a kind, whatever their number, and none for what is not asked. */
final class Lookup implements Names {
    private final Map<Long, User> users;
    private final Map<Long, Team> teams;
    private final Map<Long, Stage> stages;
    private final Map<Long, String> reasons;
    private final PipelineStores db;
    private final List<Long> cards;
    private Map<Long, CardActivity> activities;

    Lookup(PipelineStores db, Directory directory, Collection<OpportunityEntity> cards) {
        this.db = db;
        this.cards = cards.stream().map(OpportunityEntity::id).toList();
        Set<Long> people = ids(cards.stream().flatMap(o -> Stream.of(ref(o.salespersonId()), ref(o.createdBy()),
                ref(o.closedBy()), ref(o.changedBy())).flatMap(Function.identity())));
        Set<Long> groups = ids(cards.stream().map(OpportunityEntity::teamId));
        users = people.isEmpty() ? Map.of() : directory.users(people);
        teams = groups.isEmpty() ? Map.of() : directory.teams(groups);
        stages = db.stages().all().stream().collect(Collectors.toMap(Stage::id, Function.identity()));
        reasons = cards.stream().allMatch(o -> o.lostReasonId() == null) ? Map.of()
                : db.reasons().all().stream().collect(Collectors.toMap(LostReason::id, LostReason::name));
    }

    /** The same with activities that have been read already. */
    Lookup with(Map<Long, CardActivity> known) {
        activities = known;
        return this;
    }

    private static Stream<Long> ref(Long id) {
        return Stream.ofNullable(id);
    }

    private static Set<Long> ids(Stream<Long> ids) {
        return ids.filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public NamedRef user(Long id) {
        return id == null ? null : new NamedRef(id, users.containsKey(id) ? users.get(id).name() : "User " + id);
    }

    @Override
    public NamedRef team(Long id) {
        return id == null ? null : new NamedRef(id, teams.containsKey(id) ? teams.get(id).name() : "Team " + id);
    }

    @Override
    public NamedRef reason(Long id) {
        return id == null ? null : new NamedRef(id, reasons.get(id));
    }

    @Override
    public Stage stage(long id) {
        return stages.get(id);
    }

    @Override
    public CardActivity activity(long opportunityId) {
        if (activities == null) {
            activities = db.activities().of(cards);
        }
        return activities.getOrDefault(opportunityId, CardActivity.NONE);
    }
}
