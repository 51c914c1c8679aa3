package com.pivotino.crm.activity.internal.domain;

import com.pivotino.crm.api.activity.event.ActivityCause;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.Transient;

/**
 * Why automation planned an activity and why it ended one: the cause that ties all of one act together, and one sentence
 * for a person. Empty where a person did it.
 */
@Embeddable
public class Automation {

    /** A person did all of it, as far as is known. */
    static final Automation NONE = new Automation();
    private static final int MOST = 400;

    @Column(name = "cause_id")
    private String causeId;
    private String cause;
    @Column(name = "end_cause_id")
    private String endCauseId;
    @Column(name = "end_cause")
    private String endCause;
    /** Of what was explained last, for the event of the same act. */
    @Transient
    private ActivityCause because;

    protected Automation() {
    }

    private Automation(String causeId, String cause, String endCauseId, String endCause) {
        this.causeId = causeId;
        this.cause = cut(cause);
        this.endCauseId = endCauseId;
        this.endCause = cut(endCause);
    }

    /** Planned by automation. */
    public static Automation planned(String id, Cause why) {
        return new Automation(id, why.sentence(), null, null).because(why);
    }

    /** The same, ended by automation. */
    public Automation ended(String id, Cause why) {
        return new Automation(causeId, cause, id, why.sentence()).because(why);
    }

    private Automation because(Cause why) {
        because = why.because();
        return this;
    }

    /** The same, not ended. */
    Automation open() {
        return endCauseId == null ? this : new Automation(causeId, cause, null, null);
    }

    public String causeId() {
        return causeId;
    }

    public String cause() {
        return cause;
    }

    /** Why it was planned or ended just now, or null. */
    public ActivityCause because() {
        return because;
    }

    public String endCauseId() {
        return endCauseId;
    }

    public String endCause() {
        return endCause;
    }

    private static String cut(String text) {
        return text == null ? null : text.substring(0, Math.min(text.length(), MOST));
    }
}
