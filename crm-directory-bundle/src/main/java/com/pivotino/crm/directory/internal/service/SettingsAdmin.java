package com.pivotino.crm.directory.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.Versioned;
import com.pivotino.crm.api.directory.Settings;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.directory.event.SettingsChanged;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.directory.internal.domain.SettingTexts;
import com.pivotino.crm.directory.internal.store.SettingStore;
import com.pivotino.crm.support.StaleVersion;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * The workspace's settings. They are kept in memory; after a change on this node they are read anew at once, and what
 * another node changed is seen within a second, by the version that stands beside them.
 */
public final class SettingsAdmin implements SettingsService {

    private static final RecordRef RECORD = new RecordRef("settings", 1);
    private static final String VERSION = "version";
    private static final long BELIEVED_NS = Duration.ofSeconds(1).toNanos();
    private static final Set<String> ANSWERS = Set.of("completed", "dueDays", "dueDaysByType", "mode", "zone", "currency");
    private static final Set<String> READ_ONLY = Set.of("version", "onboardingCompleted", "preview");

    private final Acts acts;
    private final SettingStore store;
    private volatile Known known;
    private volatile LongPredicate activityTypes = id -> true;

    SettingsAdmin(Acts acts, SettingStore store) {
        this.acts = acts;
        this.store = store;
    }

    /** The settings and their version. */
    public record Current(long version, Settings settings) implements Versioned {
    }

    private record Known(Current current, long atNs) {
    }

    /** Who knows the active types of activities; without anybody each id is taken. */
    public void activityTypes(LongPredicate types) {
        activityTypes = types;
    }

    @Override
    public Settings current() {
        return versioned().settings();
    }

    public Current versioned() {
        Known now = known;
        if (now == null || System.nanoTime() - now.atNs() > BELIEVED_NS) {
            long at = System.nanoTime();
            String version = acts.read(() -> store.one(VERSION));
            now = now != null && now.current().version() == version(version)
                    ? new Known(now.current(), at) : new Known(acts.read(() -> read(store.all())), at);
            known = now;
        }
        return now.current();
    }

    /** As they would be with these, which are not saved; refused as if they were. */
    Settings tried(MergePatch patch) {
        Map<String, String> texts = acts.read(store::all);
        texts.putAll(new SettingTexts(texts).changes(patch, false));
        return new SettingTexts(texts).settings();
    }

    /** Takes the answers of the questionnaire; answering completes it unless {@code completed} is false. */
    public Current answer(Actor actor, Long ifMatch, MergePatch answers) {
        answers.allowing(ANSWERS, READ_ONLY);
        Map<String, Object> members = new HashMap<>(Map.of("completed", true));
        answers.names().forEach(name -> members.put(name, answers.value(name)));
        return change(actor, ifMatch, new MergePatch(members), true);
    }

    /** Changes some of the settings. */
    public Current patch(Actor actor, Long ifMatch, MergePatch patch) {
        patch.allowing(SettingTexts.WRITABLE, READ_ONLY);
        return change(actor, ifMatch, patch, false);
    }

    private Current change(Actor actor, Long ifMatch, MergePatch patch, boolean replaceByType) {
        actor.requireAdmin();
        requireType(patch);
        return acts.run(Act.of(actor, RECORD), tx -> {
            Map<String, String> stored = store.all();
            Current current = read(stored);
            Map<String, String> changes = new SettingTexts(stored).changes(patch, replaceByType);
            if (!changes.isEmpty()) {
                StaleVersion.refuse(ifMatch, current.version(), current::settings);
                changes.put(VERSION, String.valueOf(current.version() + 1));
                store.put(changes);
                stored.putAll(changes);
                tx.afterCommit(() -> known = null);
                tx.publish(RECORD, new SettingsChanged(changes.keySet().stream().filter(name -> !name.equals(VERSION)).toList()));
            }
            return read(stored);
        }).value();
    }

    private void requireType(MergePatch patch) {
        Long type = patch.has("firstActivityTypeId") ? patch.number("firstActivityTypeId") : null;
        if (type != null && !activityTypes.test(type)) {
            throw CrmException.invalid("firstActivityTypeId", "unknown", "There is no active activity type with this id.");
        }
    }

    private static Current read(Map<String, String> stored) {
        return new Current(version(stored.get(VERSION)), new SettingTexts(stored).settings());
    }

    private static long version(String stored) {
        return stored == null ? 1 : Long.parseLong(stored);
    }
}
