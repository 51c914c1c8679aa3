package com.pivotino.crm.directory.internal.domain;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.activity.DueDates;
import com.pivotino.crm.api.directory.Settings;
import com.pivotino.crm.api.rest.MergePatch;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Settings as the database keeps them, name and text, with the default of each and the rule for what it may be. */
public final class SettingTexts {

    /** The questionnaire's own answers. */
    public static final Set<String> ANSWERS = Set.of("dueDays", "dueDaysByType", "mode", "zone", "currency");
    /** What an administrator may set later. */
    public static final Set<String> WRITABLE = Set.of("dueDays", "dueDaysByType", "mode", "zone", "currency", "holidays",
            "workingDays", "undoSeconds", "firstActivityTypeId", "followOnPost", "attachmentLimitMb", "mailDelaySeconds",
            "editWindowMinutes", "openActivitiesOnWon", "externalLinkShowsStage", "dueDaysByStage",
            "teamRecords");

    private static final int MOST_HOLIDAYS = 1000;
    private static final int MOST_TYPES = 100;
    private static final Map<String, String> DEFAULTS = Map.ofEntries(Map.entry("completed", "false"),
            Map.entry("dueDays", "3"), Map.entry("dueDaysByType", ""), Map.entry("mode", DueDates.CALENDAR),
            Map.entry("zone", "UTC"), Map.entry("currency", "EUR"), Map.entry("holidays", ""),
            Map.entry("workingDays", "mo,tu,we,th,fr"), Map.entry("undoSeconds", "10"),
            Map.entry("firstActivityTypeId", ""), Map.entry("followOnPost", "true"), Map.entry("attachmentLimitMb", "25"),
            Map.entry("mailDelaySeconds", "60"), Map.entry("editWindowMinutes", "15"),
            Map.entry("openActivitiesOnWon", "keep"), Map.entry("externalLinkShowsStage", "true"),
            Map.entry("dueDaysByStage", ""), Map.entry("teamRecords", "edit"));

    private final Map<String, String> texts;

    /** @param stored what was ever set; the rest has its default */
    public SettingTexts(Map<String, String> stored) {
        texts = new HashMap<>(DEFAULTS);
        texts.putAll(stored);
    }

    public Settings settings() {
        List<String> holidays = list("holidays");
        String firstType = texts.get("firstActivityTypeId");
        return new Settings(flag("completed"), number("dueDays"), byName("dueDaysByType"), texts.get("mode"),
                ZoneId.of(texts.get("zone")), texts.get("currency"), holidays.stream().map(LocalDate::parse).toList(),
                list("workingDays"), number("undoSeconds"), firstType.isEmpty() ? null : Long.valueOf(firstType),
                flag("followOnPost"), number("attachmentLimitMb"), number("mailDelaySeconds"), number("editWindowMinutes"),
                texts.get("openActivitiesOnWon"), flag("externalLinkShowsStage"), byStage(), texts.get("teamRecords"));
    }

    /**
     * The texts that differ after this patch; refused if a member is not acceptable.
     *
     * @param replaceByType whether {@code dueDaysByType} replaces the old one as a whole instead of being merged
     */
    public Map<String, String> changes(MergePatch patch, boolean replaceByType) {
        Map<String, String> changes = new TreeMap<>();
        for (String name : patch.names()) {
            String text = switch (name) {
                case "completed", "followOnPost", "externalLinkShowsStage" -> String.valueOf(required(name, patch.flag(name)));
                case "dueDays" -> number(patch, name, 0, 365);
                case "undoSeconds" -> number(patch, name, 0, 60);
                case "attachmentLimitMb" -> number(patch, name, 1, 1024);
                case "mailDelaySeconds" -> number(patch, name, 0, 3600);
                case "editWindowMinutes" -> number(patch, name, 0, 1440);
                case "mode" -> oneOf(patch, name, List.of(DueDates.CALENDAR, DueDates.BUSINESS));
                case "openActivitiesOnWon" -> oneOf(patch, name, List.of("keep", "done", "cancel"));
                case "teamRecords" -> oneOf(patch, name, List.of("edit", "read"));
                case "zone" -> required(name, TextNormalization.zone(name, patch.text(name, 60)));
                case "currency" -> currency(patch.requiredText(name, 3));
                case "workingDays" -> workingDays(patch.texts(name));
                case "holidays" -> holidays(patch.texts(name));
                case "firstActivityTypeId" -> typeId(patch.number(name));
                case "dueDaysByType" -> byName(name, "[a-z][a-z0-9_-]{0,39}", patch.object(name), replaceByType);
                case "dueDaysByStage" -> byName(name, "[1-9][0-9]{0,17}", patch.object(name), false);
                default -> throw new IllegalArgumentException("No such setting: " + name);
            };
            if (!text.equals(texts.get(name))) {
                changes.put(name, text);
            }
        }
        return changes;
    }

    private String byName(String member, String keys, Map<String, Object> sent, boolean replace) {
        Map<String, Integer> all = new TreeMap<>(replace ? Map.of() : byName(member));
        MergePatch days = new MergePatch(sent);
        for (String key : days.names()) {
            if (!key.matches(keys)) {
                throw CrmException.invalid(member, "invalid",
                        "Name activity types by their keys, such as call, and stages by their ids.");
            }
            Integer number = days.number(key, 0, 365);
            if (number == null) {
                all.remove(key);
            } else {
                all.put(key, number);
            }
        }
        if (all.size() > MOST_TYPES) {
            throw CrmException.invalid(member, "too_long", "At most " + MOST_TYPES + ".");
        }
        return String.join(",", all.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).toList());
    }

    private Map<String, Integer> byName(String member) {
        Map<String, Integer> byName = new TreeMap<>();
        for (String entry : list(member)) {
            byName.put(entry.substring(0, entry.indexOf('=')), Integer.valueOf(entry.substring(entry.indexOf('=') + 1)));
        }
        return byName;
    }

    private Map<Long, Integer> byStage() {
        Map<Long, Integer> byStage = new TreeMap<>();
        byName("dueDaysByStage").forEach((stage, days) -> byStage.put(Long.valueOf(stage), days));
        return byStage;
    }

    private static String workingDays(List<String> days) {
        List<String> known = Workdays.of("workingDays", days);
        if (known.isEmpty()) {
            throw CrmException.invalid("workingDays", "required", "At least one day of the week is worked.");
        }
        return String.join(",", known);
    }

    private static String holidays(List<String> texts) {
        Set<String> dates = new TreeSet<>();
        for (String text : new ArrayList<>(texts)) {
            dates.add(new MergePatch(Map.of("holidays", text)).date("holidays").toString());
        }
        if (dates.size() > MOST_HOLIDAYS) {
            throw CrmException.invalid("holidays", "too_long", "At most " + MOST_HOLIDAYS + " holidays.");
        }
        return String.join(",", dates);
    }

    private static String currency(String code) {
        if (Currency.getAvailableCurrencies().stream().noneMatch(known -> known.getCurrencyCode().equals(code))) {
            throw CrmException.invalid("currency", "invalid", "Use an ISO 4217 code such as EUR.");
        }
        return code;
    }

    private static String typeId(Long id) {
        if (id != null && id < 1) {
            throw CrmException.invalid("firstActivityTypeId", "invalid", "This must be the id of an activity type.");
        }
        return id == null ? "" : String.valueOf(id);
    }

    private static String number(MergePatch patch, String name, int min, int max) {
        return String.valueOf(required(name, patch.number(name, min, max)));
    }

    private static String oneOf(MergePatch patch, String name, List<String> known) {
        String text = patch.requiredText(name, 20);
        if (!known.contains(text)) {
            throw CrmException.invalid(name, "invalid", "One of " + String.join(", ", known) + ".");
        }
        return text;
    }

    private static <T> T required(String name, T value) {
        if (value == null) {
            throw CrmException.invalid(name, "required", "This must not be empty.");
        }
        return value;
    }

    private boolean flag(String name) {
        return Boolean.parseBoolean(texts.get(name));
    }

    private int number(String name) {
        return Integer.parseInt(texts.get(name));
    }

    private List<String> list(String name) {
        String text = texts.get(name);
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }
}
