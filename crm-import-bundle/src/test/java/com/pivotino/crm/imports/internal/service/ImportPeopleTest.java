package com.pivotino.crm.imports.internal.service;

import static com.pivotino.crm.imports.internal.service.ImportWorld.figures;
import static com.pivotino.crm.imports.internal.service.ImportWorld.problems;
import static org.junit.Assert.assertEquals;

import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.NewContact;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.imports.internal.service.ImportView.RunView;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.Test;

/** Whom rows mean: by address first, then by name and company, whatever the white space; doubt is told. */
public class ImportPeopleTest extends OnImports {

    private Contact contact(String name, String email, String company) {
        return world.people.createContact(world.root, new NewContact(name, email, null, company));
    }

    private RunView both(ImportView view) {
        world.options(view, Map.of("createMissing", List.of("contact", "user", "team")));
        RunView trial = world.run(view, true, true);
        List<String> said = said(view);
        RunView run = world.run(view, false, true);
        assertEquals("The trial and the run say the same", figures(trial) + trial.made(), figures(run) + run.made());
        assertEquals(said, said(view));
        return run;
    }

    private List<String> said(ImportView view) {
        return world.report(view).stream().map(line -> line.line() + " " + line.status() + " " + problems(line)).toList();
    }

    private Map<String, Long> customers() {
        return world.all().stream().collect(Collectors.toMap(Opportunity::name, deal -> deal.customer().id()));
    }

    @Test
    public void an_address_tells_namesakes_apart() {
        Contact a = contact("Twin Co", "a@x.example", null);
        Contact b = contact("Twin Co", "B@x.example", null);
        ImportView view = world.upload("opportunities",
                "name,customer,email\nOne,Twin Co,b@x.example\nTwo,twin co,a@x.example\nThree,Twin Co,\n");
        both(view);
        assertEquals(Map.of("One", b.id(), "Two", a.id(), "Three", a.id()), customers());
        assertEquals(List.of(), problems(world.report(view).get(0)));
        assertEquals(List.of("warning several_of_that_name customer"), problems(world.report(view).get(2)));
    }

    @Test
    public void what_the_address_says_goes_before_the_name_and_is_told() {
        Contact jane = contact("Jane Doe", "jane@acme.example", "Acme");
        Contact bolt = contact("Bolt", "info@bolt.example", null);
        ImportView view = world.upload("opportunities", "name,customer,email\nOne,Acme,jane@acme.example\n"
                + "Two,Somebody,jane@acme.example\nThree,Bolt,bob@bolt.example\n");
        both(view);
        assertEquals(Map.of("One", jane.id(), "Two", jane.id(), "Three", bolt.id()), customers());
        assertEquals(List.of(List.of(), List.of("warning matched_by_address customer"), List.of("warning other_address customer")),
                world.report(view).stream().map(ImportWorld::problems).toList());
    }

    @Test
    public void a_name_is_the_same_whatever_its_white_space_and_composition() {
        Contact zoe = contact("Zo\u00eb Maria K\u00f6hler", null, null);
        ImportView view = world.upload("opportunities",
                "name,customer\nOne,Zo\u00eb  Maria K\u00f6hler\nTwo,Zo\u00eb\u00a0Maria K\u00f6hler\n"
                + "Three,zoe\u0308 maria ko\u0308hler\n");
        RunView run = both(view);
        assertEquals(Map.of(), run.made());
        assertEquals(Map.of("One", zoe.id(), "Two", zoe.id(), "Three", zoe.id()), customers());
    }

    @Test
    public void new_names_that_differ_in_white_space_only_make_one_contact() {
        ImportView view = world.upload("opportunities", "name,customer\nOne,New  Name\nTwo,New\u00a0Name\nThree,new name\n");
        assertEquals(Map.of("contact", 1L), both(view).made());
        assertEquals(1, world.all().stream().map(deal -> deal.customer().id()).distinct().count());
        assertEquals("New Name", world.all().get(0).customer().name());
    }

    @Test
    public void three_namesakes_with_addresses_are_three_contacts() {
        ImportView view = world.upload("contacts",
                "name,email,company\nJohn Smith,a@x.example,\nJohn Smith,b@x.example,\nJohn Smith,c@x.example,\n"
                + "John  Smith,,\nJohn Smith,A@X.example,\n");
        RunView run = both(view);
        assertEquals("3/0/2/0/0 {contact=3}", figures(run) + " " + run.made());
        assertEquals(List.of("warning duplicate_in_file name"), problems(world.report(view).get(3)));
        assertEquals(List.of("warning duplicate_in_file email"), problems(world.report(view).get(4)));
        RunView again = world.run(view, false, true);
        assertEquals("0/0/5/0/0", figures(again));
    }

    @Test
    public void a_namesake_of_another_company_is_somebody_else() {
        contact("John Smith", null, "Acme");
        ImportView view = world.upload("contacts", "name,email,company\nJohn Smith,,Bolt\nJohn Smith,,ACME\nJohn Smith,j@s.example,Acme\n");
        assertEquals("1/0/2/0/0", figures(both(view)));
        assertEquals(List.of("warning same_name name"), problems(world.report(view).get(0)));
        assertEquals(List.of("warning contact_differs name"), problems(world.report(view).get(2)));
    }

    @Test
    public void an_export_of_namesakes_comes_back_to_the_same_contacts() throws IOException {
        List<Contact> twins = List.of(contact("Twin Co", "a@x.example", null), contact("Twin Co", "b@x.example", null),
                contact("Twin Co", null, "Holding"), contact("Twin Co", null, "Sales"));
        StringBuilder file = new StringBuilder("name,customer,email\n");
        for (int i = 0; i < 20; i++) {
            file.append("Deal ").append(i).append(",#,somebody").append(i).append("@else.example\n");
        }
        world.run(world.upload("opportunities", file.toString().replace("#", "Twin Co")), false, false);
        List<Opportunity> deals = world.all();
        for (int i = 0; i < deals.size(); i++) {
            world.opportunities.update(com.pivotino.crm.api.Call.of(world.root), deals.get(i).id(),
                    new com.pivotino.crm.api.rest.MergePatch(Map.of("customerId", twins.get(i % 4).id())));
        }
        Map<String, Long> before = customers();
        StringWriter out = new StringWriter();
        new OpportunityExport(world.opportunities, world.people.directory, world.people).of(world.root, ListQuery.first(200)).write(out);
        world.all().forEach(deal -> world.opportunities.delete(com.pivotino.crm.api.Call.of(world.root), deal.id()));
        assertEquals("20/0/0/0/0", figures(world.run(world.upload("opportunities", out.toString()), false, false)));
        assertEquals(before, customers());
    }

    @Test
    public void whom_only_a_failing_row_or_an_unchanged_one_names_is_not_promised() {
        ImportView first = world.upload("opportunities", "id,name,customer\n1,Roof,Known\n");
        both(first);
        ImportView view = world.upload("opportunities",
                "id,name,customer,salesperson,amount\n1,Roof,Known,,\n2,Door,Fresh,,\n3,Wall,Lost One,,much\n"
                + "3,Wall,Lost Two,,5\n");
        assertEquals(Map.of("contact", 1L), both(view).made());
        ImportView teams = world.upload("users", "name,team\nZoe,South\nZoe,West\n,East\n");
        assertEquals(Map.of("team", 1L, "user", 1L), both(teams).made());
    }
}
