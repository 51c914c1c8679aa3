package com.pivotino.crm.chatter.internal.feed;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.chatter.internal.content.MentionKey;
import com.pivotino.crm.chatter.internal.content.MentionScanner;
import com.pivotino.crm.chatter.internal.delivery.DeliveryStore;
import com.pivotino.crm.chatter.internal.domain.FeedLine;
import com.pivotino.crm.chatter.internal.domain.LineChange;
import com.pivotino.crm.chatter.internal.file.StoredFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;

/**
 * Makes entries of feed lines: with their changes, files and deliveries and with the names of now. One query for each of
 * these, however many lines there are.
 */
public final class FeedEntries {

    private final EntityManager em;
    private final Directory directory;
    private final Actor viewer;
    private final Duration editWindow;

    public FeedEntries(EntityManager em, Directory directory, Actor viewer, int editWindowMinutes) {
        this.em = em;
        this.directory = directory;
        this.viewer = viewer;
        this.editWindow = Duration.ofMinutes(editWindowMinutes);
    }

    public FeedEntry entry(FeedLine line) {
        return entries(List.of(line)).get(0);
    }

    public List<FeedEntry> entries(List<FeedLine> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        List<Long> ids = lines.stream().map(FeedLine::id).toList();
        Map<Long, List<FieldChange>> changes = changes(ids);
        Map<Long, List<FeedEntry.Attachment>> files = files(ids);
        List<Long> messages = lines.stream().filter(FeedLine::isMessage).map(FeedLine::id).toList();
        DeliveryStore deliveries = new DeliveryStore(em);
        Map<Long, List<FeedEntry.Delivery>> told = deliveries.ofEntries(ids);
        Set<Long> mailed = deliveries.mailed(own(lines));
        Map<MentionKey, String> names = names(lines);
        return lines.stream().map(line -> line.toRecord(
                MentionScanner.render(line.body(), key -> Optional.ofNullable(names.get(key))),
                changes.getOrDefault(line.id(), List.of()),
                line.isDeleted() ? List.of() : files.getOrDefault(line.id(), List.of()),
                told.getOrDefault(line.id(), List.of()),
                messages.contains(line.id()) ? editableUntil(line, mailed) : null)).toList();
    }

    /** SEMANTICS C4: the author, for a while, until a mail of it has left. */
    public Instant editableUntil(FeedLine line, Set<Long> mailed) {
        return line.isBy(viewer.user()) && !line.isDeleted() && !mailed.contains(line.id()) ? line.at().plus(editWindow) : null;
    }

    private List<Long> own(List<FeedLine> lines) {
        return lines.stream().filter(line -> line.isMessage() && line.isBy(viewer.user())).map(FeedLine::id).toList();
    }

    private Map<Long, List<FieldChange>> changes(List<Long> ids) {
        Map<Long, List<FieldChange>> changes = new HashMap<>();
        em.createQuery("SELECT c FROM LineChange c WHERE c.entryId IN :ids ORDER BY c.entryId, c.place", LineChange.class)
                .setParameter("ids", ids).getResultList()
                .forEach(c -> changes.computeIfAbsent(c.entryId(), id -> new ArrayList<>()).add(c.toRecord()));
        return changes;
    }

    private Map<Long, List<FeedEntry.Attachment>> files(List<Long> ids) {
        return em.createQuery("SELECT f FROM StoredFile f WHERE f.entryId IN :ids ORDER BY f.id", StoredFile.class)
                .setParameter("ids", ids).getResultStream().collect(Collectors.groupingBy(StoredFile::entryId,
                        Collectors.mapping(StoredFile::toEntry, Collectors.toList())));
    }

    /** The names of now of everybody who is cited (SEMANTICS V1). */
    private Map<MentionKey, String> names(List<FeedLine> lines) {
        Set<MentionKey> cited = new HashSet<>();
        lines.stream().filter(FeedLine::isMessage).forEach(line -> cited.addAll(MentionScanner.cited(line.body())));
        Map<MentionKey, String> names = new HashMap<>();
        if (!cited.isEmpty()) {
            directory.users(ids(cited, "user")).values().forEach((User u) -> names.put(new MentionKey("user", u.id()), u.name()));
            directory.contacts(ids(cited, "contact")).values()
                    .forEach((Contact c) -> names.put(new MentionKey("contact", c.id()), c.name()));
            directory.teams(ids(cited, "team")).values().forEach((Team t) -> names.put(new MentionKey("team", t.id()), t.name()));
        }
        return names;
    }

    private static List<Long> ids(Set<MentionKey> keys, String kind) {
        return keys.stream().filter(key -> key.kind().equals(kind)).map(MentionKey::id).toList();
    }
}
