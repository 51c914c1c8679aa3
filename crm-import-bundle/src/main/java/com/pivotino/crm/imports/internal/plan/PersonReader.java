package com.pivotino.crm.imports.internal.plan;

import com.pivotino.crm.imports.internal.csv.CsvRow;
import com.pivotino.crm.imports.internal.domain.ImportFile;
import com.pivotino.crm.imports.internal.value.NearMatch;
import com.pivotino.crm.imports.internal.value.PersonName;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads rows as contacts, as users, or as members of teams. */
public final class PersonReader {

    private static final Map<String, String> ROLES = Map.of("salesperson", "SALESPERSON", "sales", "SALESPERSON", "agent", "SALESPERSON",
            "user", "SALESPERSON", "manager", "MANAGER", "salesmanager", "MANAGER", "admin", "ADMIN", "administrator", "ADMIN");

    private final RowReader reader;
    private final String teamTemplate;

    public PersonReader(ImportFile file, Meanings meanings) {
        this.reader = new RowReader(file, meanings);
        this.teamTemplate = file.options().nameTemplate();
    }

    /** {@code name, email, phone, company}; one of the first two is there. */
    public ParsedRow contact(CsvRow row) {
        ParsedRow draft = reader.begin(row);
        reader.copyName(draft, "name");
        reader.copyEmail(draft, "email");
        reader.copy(draft, "phone", 60);
        reader.copyName(draft, "company");
        if (draft.cell("name") == null && draft.cell("email") == null && !draft.failed()) {
            draft.error("name", "name_required", "There is neither a name nor an e-mail address.");
        }
        draft.named(contactKey(draft));
        return draft;
    }

    /** {@code name, login, email, roles} (parted by commas), {@code team, zone, locale}. */
    public ParsedRow user(CsvRow row) {
        ParsedRow draft = reader.begin(row);
        for (String field : List.of("name", "login", "locale")) {
            reader.copy(draft, field, 100);
        }
        draft.cells().computeIfPresent("name", (field, name) -> PersonName.clean(name));
        reader.copyEmail(draft, "email");
        reader.copyReference(draft, "team");
        if (draft.cell("name") == null && !draft.failed()) {
            draft.error("name", "name_required", "A user needs a name.");
        }
        roles(draft);
        zone(draft);
        draft.named(draft.cell("login") == null ? "" + draft.cell("name") : draft.cell("login"));
        return draft;
    }

    /** {@code team, leader, member}; the team and one of the others are there. */
    public ParsedRow membership(CsvRow row) {
        ParsedRow draft = reader.begin(row);
        reader.copyReference(draft, "leader");
        reader.copyReference(draft, "member");
        if (teamTemplate == null) {
            reader.copyReference(draft, "team");
        } else {
            String name = teamTemplate;
            for (var column : reader.columns()) {
                name = name.replace("{" + column.name() + "}", row.cell(column.place()));
            }
            draft.put("team", name.replaceAll("^[\\s,:|/\\u2013-]+|[\\s,:|/\\u2013-]+$", ""));
        }
        if (draft.cell("team") == null && !draft.failed()) {
            draft.error("team", "name_required", "There is no team.");
        }
        draft.named(draft.cell("team") + "/" + draft.cell("member"));
        return draft;
    }

    /** By address; without one by name and company. */
    private static String contactKey(ParsedRow draft) {
        String company = draft.cell("company") == null ? "" : "/" + PersonName.key(draft.cell("company"));
        String key = draft.cell("email") != null ? draft.cell("email").toLowerCase(Locale.ROOT)
                : PersonName.key(draft.cell("name")) + company;
        return key.length() <= RowReader.NAME_LENGTH ? key : RowReader.contentKey(draft.row());
    }

    private void roles(ParsedRow draft) {
        List<String> roles = new ArrayList<>();
        for (String part : reader.text(draft.row(), "role").split("[,;|/]")) {
            String role = ROLES.get(NearMatch.bare(part));
            if (role != null) {
                roles.add(role);
            } else if (!part.isBlank()) {
                draft.error("role", "unknown_role", "A role is salesperson, manager or admin.");
            }
        }
        draft.put("roles", roles.isEmpty() ? "SALESPERSON" : String.join(",", roles));
    }

    private void zone(ParsedRow draft) {
        String zone = reader.text(draft.row(), "zone");
        try {
            draft.put("zone", zone.isEmpty() ? null : ZoneId.of(zone).getId());
        } catch (DateTimeException e) {
            draft.error("zone", "invalid_zone", "A zone is named as Europe/Paris.");
        }
    }
}
