package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.DirectoryAdmin;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.OpportunityService;
import com.pivotino.crm.api.pipeline.ExportKey;
import com.pivotino.crm.imports.internal.csv.CsvText;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Opportunities as a file that an import reads as it stands: the columns are the import's fields, people stand by name (by
 * login where a name is not theirs alone), customers with the address and company that tell them apart. By id, so that two files of the
 * same records are equal; read page by page while it is written.
 */
public final class OpportunityExport {
    private static final String[] COLUMNS =
            {"externalId", "name", "customer", "customerEmail", "customerCompany", "email", "phone", "expectedRevenue", "currency",
        "stage", "salesperson", "team", "priority", "manualProbability", "createdAt", "stageSince", "closingDate", "expectedClosing",
        "lostReason", "proposedReason", "closingNote", "tags", "description"};
    private final OpportunityService opportunities;
    private final Directory directory;
    private final DirectoryAdmin admin;

    public OpportunityExport(OpportunityService opportunities, Directory directory, DirectoryAdmin admin) {
        this.opportunities = opportunities;
        this.directory = directory;
        this.admin = admin;
    }

    /** A file on its way out. */
    public interface Csv {

        void write(Writer out) throws IOException;
    }

    /** All that the actor may read and the filters let through. Refusals come at once. */
    public Csv of(Actor actor, ListQuery query) {
        Page<Opportunity> first = opportunities.list(actor, page(query, null));
        return out -> {
            CsvText csv = new CsvText(out);
            csv.line(COLUMNS);
            Map<Long, String> people = new HashMap<>();
            Page<Opportunity> page = first;
            while (page != null) {
                Map<Long, Contact> customers = directory.contacts(page.items().stream().map(Opportunity::customer)
                        .filter(Objects::nonNull).map(NamedRef::id).distinct().toList());
                for (Opportunity row : page.items()) {
                    write(csv, row, people, customers);
                }
                out.flush();
                page = page.next() == null ? null : opportunities.list(actor, page(query, page.next()));
            }
        };
    }

    private static ListQuery page(ListQuery query, String cursor) {
        return new ListQuery(ListQuery.MAX_LIMIT, cursor, "id", false, query.filters());
    }

    private void write(CsvText csv, Opportunity row, Map<Long, String> people, Map<Long, Contact> customers) throws IOException {
        Contact customer = row.customer() == null ? null : customers.get(row.customer().id());
        csv.line(ExportKey.of(row), row.name(), name(row.customer()), customer == null ? null : customer.email(),
                customer == null ? null : customer.company(), row.email(), row.phone(), amount(row),
                row.expectedRevenue() == null ? null : row.expectedRevenue().currency(), row.stage().name(),
                row.salesperson() == null ? null : people.computeIfAbsent(row.salesperson().id(), id -> person(row.salesperson())),
                name(row.team()), String.valueOf(row.priority()), row.probabilityManual() ? String.valueOf(row.probability()) : null,
                text(row.createdAt()), text(row.stageSince()), text(row.closedAt()), text(row.expectedClosing()),
                name(row.lostReason()), row.proposedReason(), row.closingNote(),
                row.tags().stream().map(OpportunityExport::tag).collect(Collectors.joining("; ")), row.description());
    }

    /** With a digit more than three decimals would have, which could be read as thousands. */
    private static String amount(Opportunity row) {
        String text = row.expectedRevenue() == null ? null : row.expectedRevenue().amount().toPlainString();
        return text != null && text.matches("\\d+\\.\\d{3}") ? text + "0" : text;
    }

    private String person(NamedRef who) {
        boolean alone = admin.findUser(who.name()).map(User::id).filter(id -> id == who.id()).isPresent();
        return alone ? who.name() : directory.user(who.id()).map(User::login).orElse(who.name());
    }

    private static String tag(String tag) {
        return tag.matches("[^;,|\"\\n]+") ? tag : '"' + tag.replace("\"", "\"\"") + '"';
    }

    private static String name(NamedRef ref) {
        return ref == null ? null : ref.name();
    }

    private static String text(Object value) {
        return Objects.toString(value, null);
    }
}
