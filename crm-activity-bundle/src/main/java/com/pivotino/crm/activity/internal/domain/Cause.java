package com.pivotino.crm.activity.internal.domain;

import com.pivotino.crm.api.activity.event.ActivityCause;

/**
 * Why automation planned or ended an activity.
 *
 * @param sentence in English, as it is kept
 * @param because  the same for readers of other languages
 */
public record Cause(String sentence, ActivityCause because) {

    public static Cause created(String recordType) {
        return new Cause("Because the " + recordType + " was created.", ActivityCause.of("created"));
    }

    public static Cause moved(String recordType, String stage) {
        return new Cause("Because the " + recordType + " moved to " + stage + ".", ActivityCause.of("moved", stage));
    }

    /** @param stage into which it was won */
    public static Cause won(String recordType, String stage) {
        return new Cause("Because the " + recordType + " was won" + (stage == null ? "." : ": " + stage), ActivityCause.of("won"));
    }

    /** @param reason or null */
    public static Cause lost(String recordType, String reason) {
        String sentence = "Because the " + recordType + " was lost";
        return reason == null ? new Cause(sentence + ".", ActivityCause.of("lost"))
                : new Cause(sentence + ": " + reason, ActivityCause.of("lostFor", reason));
    }

    public static Cause done(PlannedActivity activity) {
        return new Cause("Because " + quoted(activity) + " was done.", ActivityCause.of("done", quoted(activity)));
    }

    public static Cause repeats(PlannedActivity done) {
        return new Cause("Because " + quoted(done) + " was done and its meeting repeats.", ActivityCause.of("repeats", quoted(done)));
    }

    public static Cause plan(String name, long version) {
        String plan = "\u201c" + name + "\u201d";
        return new Cause("From the plan " + plan + ", version " + version + ".", ActivityCause.of("plan", plan, String.valueOf(version)));
    }

    private static String quoted(PlannedActivity activity) {
        return "\u201c" + activity.summary() + "\u201d";
    }
}
