package com.pivotino.crm.pipeline.internal.imports.service;

import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.NewContact;
import com.pivotino.crm.pipeline.internal.imports.csv.CsvRow;
import com.pivotino.crm.pipeline.internal.imports.domain.ImportLine;
import com.pivotino.crm.pipeline.internal.imports.domain.Problem;
import com.pivotino.crm.pipeline.internal.imports.domain.RowStatus;
import com.pivotino.crm.pipeline.internal.imports.plan.ParsedRow;
import com.pivotino.crm.pipeline.internal.imports.plan.PersonReader;
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
        people.look(PersonResolver.CONTACT, drafts.stream().map(ContactRows::name).toList());
        Map<String, Integer> firstLines = new HashMap<>(run.store().firstLines(run.run().id(), drafts.stream().map(ParsedRow::key).toList()));
        List<PlannedRow> planned = new ArrayList<>();
        for (ParsedRow draft : drafts) {
            int first = firstLines.merge(draft.key(), draft.line(), Math::min);
            if (draft.failed()) {
                planned.add(PlannedRow.failed(draft));
            } else if (first < draft.line()) {
                draft.add(Problem.warning(null, "duplicate_in_file", "The same name stands on line " + first + " already."));
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
                ids.put(row.draft().line(), people.contact(new NewContact(cells.get("name"), cells.get("email"), cells.get("phone"),
                        cells.get("company"))));
            }
        }
        return ids;
    }

    private PlannedRow plan(ParsedRow draft) {
        Long id = people.id(PersonResolver.CONTACT, name(draft));
        if (id == null) {
            return PlannedRow.create(draft);
        }
        people.contact(name(draft)).filter(contact -> differs(draft, contact)).ifPresent(contact -> draft.add(Problem.warning(null,
                "contact_differs", "There is a contact of this name with other details; it was left as it is.")));
        return PlannedRow.skip(draft, id);
    }

    private static boolean differs(ParsedRow draft, Contact contact) {
        return differs(draft.cell("email"), contact.email()) || differs(draft.cell("phone"), contact.phone())
                || differs(draft.cell("company"), contact.company());
    }

    private static boolean differs(String wanted, String there) {
        return wanted != null && !wanted.equalsIgnoreCase(there);
    }

    private static String name(ParsedRow draft) {
        return draft.cell("name") == null ? "" + draft.cell("email") : draft.cell("name");
    }
}
