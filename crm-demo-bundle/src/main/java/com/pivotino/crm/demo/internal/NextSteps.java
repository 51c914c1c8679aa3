package com.pivotino.crm.demo.internal;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.ActivityService;
import com.pivotino.crm.api.activity.ActivityType;
import com.pivotino.crm.api.activity.NewActivity;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.rest.MergePatch;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What is to be done on the open cards: late, today, and in the days to come; some cards wait without a next step. */
final class NextSteps {

    private static final int WITH_STEP = 82;

    private final ActivityService activities;
    private final List<ActivityType> types;
    private final Chance chance;
    private final LocalDate today;

    NextSteps(ActivityService activities, List<ActivityType> types, Chance chance, LocalDate today) {
        this.activities = activities;
        this.types = types;
        this.chance = chance;
        this.today = today;
    }

    /** A new card has its first activity, which only gets another date; the others get a step of their own. */
    void plan(Actor seller, Opportunity card) {
        if (card.stageKind().equals("new")) {
            ListQuery ofCard = new ListQuery(1, null, null, false, Map.of("record", List.of("opportunity:" + card.id())));
            for (Activity first : activities.list(seller, ofCard).items()) {
                activities.edit(Call.of(seller), first.id(), new MergePatch(Map.of("dueDate", due().toString())));
            }
        } else if (chance.percent(WITH_STEP)) {
            ActivityType type = type(chance.of(List.of("call", "call", "email", "meeting", "todo")));
            activities.schedule(seller,
                    new NewActivity(RecordRef.opportunity(card.id()), type.id(), summary(type), null, due(), seller.userId()));
        }
    }

    private LocalDate due() {
        if (chance.percent(20)) {
            return today.minusDays(chance.between(1, 9));
        }
        return chance.percent(24) ? today : today.plusDays(chance.between(1, 20));
    }

    private ActivityType type(String key) {
        return types.stream().filter(type -> type.key().equals(key)).findFirst().orElse(types.get(0));
    }

    private String summary(ActivityType type) {
        return chance.of(switch (type.key()) {
            case "call" -> Words.CALLS;
            case "email" -> Words.MAILS;
            case "meeting" -> Words.MEETINGS;
            default -> Words.TODOS;
        });
    }
}
