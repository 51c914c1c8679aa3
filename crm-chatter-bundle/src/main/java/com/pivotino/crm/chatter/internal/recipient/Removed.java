package com.pivotino.crm.chatter.internal.recipient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whom partners' policies leave out.
 *
 * @param reasons by {@link Party#identity()}, one sentence each
 */
public record Removed(Map<String, String> reasons) {

    public static final Removed NOBODY = new Removed(Map.of());

    public Removed {
        reasons = Map.copyOf(reasons);
    }

    public boolean has(Party party) {
        return reasons.containsKey(party.identity());
    }

    /** The answer without them: they are not told, with the reason, and their boxes are not ticked. */
    public Recipients.Answer from(Recipients.Answer answer) {
        if (reasons.isEmpty()) {
            return answer;
        }
        List<Recipients.Skip> skipped = new ArrayList<>(answer.skipped());
        answer.told().stream().map(Recipients.Told::party).distinct().filter(this::has)
                .forEach(party -> skipped.add(new Recipients.Skip(party, reasons.get(party.identity()))));
        Set<String> unconfirmed = answer.unconfirmed().stream().filter(address -> !reasons.containsKey(address))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Recipients.Answer(answer.suggested().stream().map(box -> !has(box.party()) ? box
                : new Recipients.Suggestion(box.party(), false, box.follows(), box.reason())).toList(),
                answer.told().stream().filter(told -> !has(told.party())).toList(), skipped, unconfirmed);
    }
}
