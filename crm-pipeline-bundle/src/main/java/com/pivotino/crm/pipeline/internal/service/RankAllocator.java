package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.pipeline.internal.domain.Rank;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import com.pivotino.crm.pipeline.internal.store.RankStore;
import com.pivotino.crm.pipeline.internal.store.RankStore.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts cards between others (SEMANTICS P6): directly below the card that shall stand above, else directly above the other
 * one, so that cards hidden by a filter keep their order; on top if neither stands in the column any more.
 */
final class RankAllocator {
    /** Cards on each side of a place without room that get new keys, in their old order. */
    private static final int WINDOW = 25;
    private final PipelineCore core;

    RankAllocator(PipelineCore core) {
        this.core = core;
    }

    private record Gap(Place upper, Place lower) {
        String rank() {
            return Rank.between(upper == null ? null : upper.rank(), lower == null ? null : lower.rank());
        }
    }

    /** The key for a card in a stage; without neighbours on top (null move: automation). */
    String rank(PipelineStores db, long cardId, long stageId, MoveRequest move) {
        Optional<Gap> gap = move == null ? Optional.empty() : gap(db.ranks(), cardId, stageId, move);
        if (gap.isEmpty()) {
            return db.ranks().onTop(stageId);
        }
        String rank = gap.get().rank();
        // without room and without having been given any in time: as near as can be, ties by id
        return rank != null ? rank : gap.get().upper().rank();
    }

    private static Optional<Gap> gap(RankStore ranks, long cardId, long stageId, MoveRequest move) {
        if (move.afterId() != null && move.afterId() != cardId) {
            Optional<Place> upper = ranks.find(move.afterId(), stageId);
            if (upper.isPresent()) {
                return upper.map(place -> new Gap(place, first(ranks.below(stageId, place, cardId, 1))));
            }
        }
        if (move.beforeId() != null && move.beforeId() != cardId) {
            return ranks.find(move.beforeId(), stageId)
                    .map(place -> new Gap(first(ranks.above(stageId, place, cardId, 1)), place));
        }
        return Optional.empty();
    }

    private static Place first(List<Place> places) {
        return places.isEmpty() ? null : places.get(0);
    }

    /**
     * Makes room where there is none, which only hundreds of drags to one place lead to: gives the cards around it new
     * keys in their old order, in an act of its own that holds all of them.
     */
    void makeRoom(Actor actor, long cardId, long stageId, MoveRequest move) {
        if (!move.hasNeighbours()) {
            return;
        }
        Set<RecordRef> cards = core.read(db -> {
            Gap gap = gap(db.ranks(), cardId, stageId, move).orElse(null);
            Set<RecordRef> refs = new HashSet<>();
            if (gap != null && gap.rank() == null) {
                window(db.ranks(), stageId, gap).forEach(place -> refs.add(RecordRef.opportunity(place.id())));
            }
            return refs;
        });
        if (!cards.isEmpty()) {
            core.aside(Act.of(actor, "automation", cards), (tx, db) -> {
                Gap gap = gap(db.ranks(), cardId, stageId, move).orElse(null);
                if (gap != null && gap.rank() == null) {
                    respace(db.ranks(), stageId, window(db.ranks(), stageId, gap), cards);
                }
            });
        }
    }

    private static List<Place> window(RankStore ranks, long stageId, Gap gap) {
        List<Place> window = new ArrayList<>(ranks.above(stageId, gap.upper(), 0, WINDOW));
        java.util.Collections.reverse(window);
        window.add(gap.upper());
        window.addAll(ranks.below(stageId, gap.upper(), 0, WINDOW));
        return window;
    }

    private static void respace(RankStore ranks, long stageId, List<Place> window, Set<RecordRef> locked) {
        Place over = first(ranks.above(stageId, window.get(0), 0, 1));
        Place under = first(ranks.below(stageId, window.get(window.size() - 1), 0, 1));
        List<String> keys = Rank.spread(over == null ? null : over.rank(), under == null ? null : under.rank(), window.size());
        boolean held = window.stream().allMatch(place -> locked.contains(RecordRef.opportunity(place.id())));
        if (keys != null && held) {
            for (int i = 0; i < keys.size(); i++) {
                ranks.put(window.get(i).id(), keys.get(i));
            }
        }
    }
}
