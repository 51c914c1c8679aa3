package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.NewContact;
import com.pivotino.crm.imports.internal.csv.CsvRow;
import com.pivotino.crm.imports.internal.plan.ParsedRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows that become contacts. Who is there already, by name, stays as they are. */
final class ContactRows extends PersonRows {

    private final RunContext run;

    ContactRows(RunContext run, DirectoryCache known) {
        super(run, known);
        this.run = run;
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
    long write(ParsedRow row) {
        Map<String, String> cells = row.cells();
        return people.contact(CustomerKey.ofContact(row), new NewContact(cells.get("name"), cells.get("email"), cells.get("phone"),
                cells.get("company")));
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
