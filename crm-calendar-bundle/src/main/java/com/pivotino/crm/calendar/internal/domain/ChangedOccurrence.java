package com.pivotino.crm.calendar.internal.domain;

import com.pivotino.crm.calendar.internal.recurrence.OccurrenceOverride;
import com.pivotino.crm.calendar.internal.recurrence.TimeSlot;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** One occurrence that differs from its series (SEMANTICS E1). Replaced, never changed. */
@Entity
@Table(name = "cal_override")
@IdClass(OccurrenceKey.class)
public class ChangedOccurrence {

    @Id
    @Column(name = "event_id")
    private long eventId;
    @Id
    @Column(name = "recurrence_id")
    private String recurrenceId;
    @Column(name = "start_local")
    private String startLocal;
    @Column(name = "length_seconds")
    private Long lengthSeconds;
    private String zone;
    private String title;
    private String description;
    private String location;
    private String privacy;
    @Column(name = "show_as")
    private String showAs;
    /** Members that were emptied, separated by commas. */
    private String cleared;

    protected ChangedOccurrence() {
    }

    public ChangedOccurrence(long eventId, OccurrenceOverride override) {
        this.eventId = eventId;
        this.recurrenceId = override.id().toString();
        TimeSlot slot = override.slot();
        if (slot != null) {
            startLocal = slot.start().toString();
            lengthSeconds = slot.length().toSeconds();
            zone = slot.zone() == null ? null : slot.zone().getId();
        }
        Map<String, Object> details = override.details();
        Texts texts = Texts.of(details);
        title = texts.title();
        description = texts.description();
        location = texts.location();
        privacy = texts.privacy();
        showAs = texts.showAs();
        cleared = details.entrySet().stream().filter(detail -> detail.getValue() == null).map(Map.Entry::getKey).sorted()
                .collect(Collectors.joining(","));
    }

    public long eventId() {
        return eventId;
    }

    public OccurrenceOverride toOverride() {
        Map<String, Object> details = new LinkedHashMap<>();
        new Texts(title, description, location, privacy, showAs).toDetails().forEach((name, value) -> {
            if (value != null) {
                details.put(name, value);
            }
        });
        if (cleared != null && !cleared.isEmpty()) {
            for (String name : cleared.split(",")) {
                details.put(name, null);
            }
        }
        TimeSlot slot = startLocal == null ? null : new TimeSlot(LocalDateTime.parse(startLocal),
                Duration.ofSeconds(lengthSeconds), zone == null ? null : ZoneId.of(zone));
        return new OccurrenceOverride(LocalDateTime.parse(recurrenceId), slot, details);
    }
}
