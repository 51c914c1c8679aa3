package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.NewContact;
import com.pivotino.crm.imports.internal.csv.CsvRow;
import com.pivotino.crm.imports.internal.domain.ImportLine;
import com.pivotino.crm.imports.internal.domain.Problem;
import com.pivotino.crm.imports.internal.domain.RowStatus;
import com.pivotino.crm.imports.internal.plan.ParsedRow;
import com.pivotino.crm.imports.internal.plan.PersonReader;
import java.util.Optional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows that become contacts. Who is there already, by name, stays as they are. */
final class ContactRows implements RowKind {

    private final RunContext run;
    private final PersonResolver people;
    private final PersonReader reader;

    ContactRows(RunContext run, DirectoryCache known) {
        this.run = run;
        this.people = new PersonResolver(run, known);
        this.reader = new PersonReader(run.file(), run.meanings(run.stages()));
    }

    @Override
    public List<PlannedRow> plan(List<CsvRow> rows) {
        List<ParsedRow> drafts = rows.stream().map(reader::contact).toList();
        people.lookContacts(drafts.stream().filter(draft -> !draft.failed()).map(CustomerKey::ofContact).toList());
        Map<String, Integer> firstLines =
                new HashMap<>(run.store().firstLines(run.run().id(), drafts.stream().map(ParsedRow::key).toList()));
        List<PlannedRow> planned = new ArrayList<>();
        for (ParsedRow draft : drafts) {
            int first = firstLines.merge(draft.key(), draft.line(), Math::min);
            if (draft.failed()) {
                planned.add(PlannedRow.failed(draft));
            } else if (first < draft.line()) {
                draft.warn(draft.cell("email") == null ? "name" : "email", "duplicate_in_file",
                        "The same contact stands on line " + first + " already; not imported twice.");
                planned.add(PlannedRow.skip(draft, null));
            } else {
                planned.add(plan(draft));
            }
        }
        return planned;
    }

    @Override
    public Map<ImportLine, Optional<Problem>> undo(List<ImportLine> lines) {
        return people.undo(lines);
    }

    @Override
    public Map<Integer, Long> write(List<PlannedRow> rows, Map<Integer, ImportLine> lines) {
        Map<Integer, Long> ids = new LinkedHashMap<>();
        for (PlannedRow row : rows) {
            if (row.status() == RowStatus.CREATED) {
                Map<String, String> cells = row.draft().cells();
                ids.put(row.draft().line(), people.contact(CustomerKey.ofContact(row.draft()), new NewContact(cells.get("name"),
                        cells.get("email"), cells.get("phone"), cells.get("company"))));
            }
        }
        return ids;
    }

    private PlannedRow plan(ParsedRow draft) {
        CustomerKey key = CustomerKey.ofContact(draft);
        ContactMatcher.Match match = people.contact(key);
        if (match.contact() == null && people.wanted(key)) {
            draft.warn("name", "duplicate_in_file", "Another row makes a contact of this name with an address; not imported twice.");
            return PlannedRow.skip(draft, null);
        }
        match.tell(draft, "name");
        if (match.contact() == null) {
            people.want(key);
            return PlannedRow.create(draft);
        }
        if (differs(draft, match.contact())) {
            draft.warn("name", "contact_differs", "This contact is there already with other details; it was left as it is.");
        }
        return PlannedRow.skip(draft, match.contact().id());
    }

    private static boolean differs(ParsedRow draft, Contact contact) {
        return differs(draft.cell("email"), contact.email()) || differs(draft.cell("phone"), contact.phone())
                || differs(draft.cell("company"), contact.company());
    }

    private static boolean differs(String wanted, String there) {
        return wanted != null && !wanted.equalsIgnoreCase(there);
    }
}
