package com.pivotino.crm.imports.internal.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.imports.internal.value.NearMatch;

/** Which of our stages the stage names of other systems mean. */
public final class StageBook {

    private static final List<String> NEW = List.of("prospecting", "prospect", "lead", "open", "unqualified", "incoming", "inbox");
    private static final List<String> FIRST = List.of("contacted", "firstcontact", "attemptedtocontact", "connected");
    private static final List<String> QUALIFIED = List.of("engaging", "engaged", "qualification", "qualify", "working",
            "discovery", "needsanalysis", "inprogress", "meetingscheduled");
    private static final List<String> PROPOSITION = List.of("proposal", "quote", "quoted", "quotation", "offer", "negotiation",
            "proposalsent", "proposalpricequote", "negotiationreview", "contractsent", "valueproposition");
    private static final List<String> WON = List.of("closedwon", "closewon", "success", "signed", "sold");
    private static final List<String> LOST = List.of("closedlost", "closelost", "dead", "abandoned", "rejected");

    private final Map<Long, Stage> byId = new LinkedHashMap<>();
    private final Map<String, Stage> byName = new LinkedHashMap<>();

    /** @param stages the active ones, in the pipeline's order */
    public StageBook(List<Stage> stages) {
        for (Stage stage : stages) {
            byId.put(stage.id(), stage);
            byName.putIfAbsent(NearMatch.bare(stage.name()), stage);
        }
    }

    /** The stage with this id. */
    public Optional<Stage> stage(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The first stage of this kind. */
    public Optional<Stage> ofKind(String kind) {
        return byId.values().stream().filter(stage -> stage.kind().equals(kind)).findFirst();
    }

    /** The stage of that very name, in any case; else the one that the word usually means. */
    public Optional<Stage> suggest(String text) {
        String bare = NearMatch.bare(text);
        Stage exact = byName.get(bare);
        if (exact != null) {
            return Optional.of(exact);
        }
        if (NEW.contains(bare)) {
            return ofKind("new");
        }
        if (FIRST.contains(bare)) {
            return ofKind("first_activity");
        }
        if (WON.contains(bare)) {
            return ofKind("won");
        }
        if (LOST.contains(bare)) {
            return ofKind("lost");
        }
        List<Stage> normal = byId.values().stream().filter(stage -> stage.kind().equals("normal")).toList();
        if (QUALIFIED.contains(bare)) {
            return Optional.ofNullable(byName.get("qualified")).or(() -> normal.stream().findFirst());
        }
        if (PROPOSITION.contains(bare)) {
            return Optional.ofNullable(byName.get("proposition")).or(() -> normal.stream().reduce((first, last) -> last));
        }
        return Optional.empty();
    }

    /** Every text, in bare form, that means a stage. */
    public Set<String> known() {
        Set<String> known = new TreeSet<>(byName.keySet());
        List.of(NEW, FIRST, QUALIFIED, PROPOSITION, WON, LOST).forEach(known::addAll);
        return known;
    }

    /** In the pipeline's order. */
    public List<Stage> stages() {
        return new ArrayList<>(byId.values());
    }
}
