package com.pivotino.crm.chatter.internal.integrity;

import com.pivotino.crm.api.attachment.FileStore;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.module.IntegrityCheck;
import com.pivotino.crm.api.module.IntegrityScan;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.chatter.internal.domain.Lines;
import com.pivotino.crm.chatter.internal.file.FileIntegrity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What must hold of feeds and files ({@code crm:verify}): a line for every event that the feed speaks of, and no other. */
@Component(service = IntegrityCheck.class, property = IntegrityCheck.MODULE + "=chatter")
public final class ChatterIntegrity implements IntegrityCheck {

    private static final int PAGE = 500;
    private static final String TOLD = "kind IN ('change', 'activity')";

    private final FileIntegrity files;

    /** @param schema only awaited */
    @Activate
    public ChatterIntegrity(@Reference(target = "(crm.module=chatter)") SchemaReady schema,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) FileStore files) {
        this.files = new FileIntegrity(files);
    }

    /** Where an entry stands. */
    private record Place(String recordType, long recordId, String causeId) {
        static Place of(DomainEvent event) {
            return new Place(event.record().type(), event.record().id(), event.causeId());
        }
    }

    @Override
    public void check(IntegrityScan scan) {
        feeds(scan);
        files.check(scan);
    }

    private static void feeds(IntegrityScan scan) {
        Consumer<String> missing = scan.invariant("Every change stands in the feed, with its cause");
        Set<String> undone = new HashSet<>();
        scan.events(List.of("runtime.ActUndone"), event -> undone.add(event.undoes()));
        List<DomainEvent> page = new ArrayList<>();
        long[] found = {0};
        scan.events(List.of("pipeline.*", "activity.*"), event -> {
            // What an undoing does in detail is not worth a word (SEMANTICS P19).
            if (event.undoes() == null && Lines.of(event).isPresent()) {
                page.add(event);
            }
            if (page.size() == PAGE) {
                found[0] += find(page, scan, undone, missing);
                page.clear();
            }
        });
        found[0] += find(page, scan, undone, missing);
        Consumer<String> surplus = scan.invariant("Everything that the feed tells has happened, once");
        scan.rows("SELECT COUNT(*) FROM ch_entry WHERE " + TOLD, List.of(), row -> {
            long all = ((Number) row[0]).longValue();
            if (all != found[0]) {
                surplus.accept(all - found[0] + " entries are of no event in the log");
            }
        });
    }

    private static long find(List<DomainEvent> events, IntegrityScan scan, Set<String> undone,
            Consumer<String> missing) {
        if (events.isEmpty()) {
            return 0;
        }
        Map<String, Place> places = new HashMap<>();
        scan.rows("SELECT event_id, record_type, record_id, cause_id FROM ch_entry WHERE " + TOLD + " AND event_id IN ("
                + String.join(", ", Collections.nCopies(events.size(), "?")) + ")", events.stream().map(DomainEvent::id).toList(),
                row -> places.put((String) row[0], new Place((String) row[1], ((Number) row[2]).longValue(), (String) row[3])));
        for (DomainEvent event : events) {
            Place place = places.get(event.id());
            // an act that came and went while the feed was away left nothing in it
            if (!Place.of(event).equals(place) && (place != null || !undone.contains(event.causeId()))) {
                missing.accept(event.type() + " of " + event.record() + " at " + event.at()
                        + (place == null ? " has no entry" : " has its entry elsewhere"));
            }
        }
        return places.size();
    }
}
