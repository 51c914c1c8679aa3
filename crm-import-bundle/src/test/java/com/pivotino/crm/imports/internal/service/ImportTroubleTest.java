package com.pivotino.crm.imports.internal.service;

import static com.pivotino.crm.imports.internal.service.ImportWorld.figures;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.pipeline.OpportunityService;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.imports.internal.service.ImportView.RunView;
import com.pivotino.crm.testkit.OnEachDatabase;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Runs that fail half way, are interrupted, or are not for the one who asks; on both databases. */
public class ImportTroubleTest extends OnEachDatabase {

    private static final int ROWS = 600;

    private ImportWorld world;
    /** Calls of createAll until one fails; below zero for none. */
    private int callsLeft = -1;
    private int failures;
    /** No opportunity of this name can be made; null for all can. */
    private String poison;
    private Throwable failure;

    @Before
    public void start() {
        world = new ImportWorld(database, this::failing);
    }

    @After
    public void stop() {
        world.close();
    }

    /** The service, but its createAll fails when the test says so. */
    private OpportunityService failing(OpportunityService real) {
        return (OpportunityService) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {OpportunityService.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("createAll") && callsLeft >= 0 && callsLeft-- == 0) {
                        callsLeft = --failures > 0 ? 0 : -1;
                        throw failure;
                    }
                    if (method.getName().equals("createAll") && poison != null && arguments[1].toString().contains(poison)) {
                        throw new IllegalStateException("cannot");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void failAt(int call, int times, Throwable with) {
        callsLeft = call;
        failures = times;
        failure = with;
    }

    private static String file() {
        return "id,name,account\n" + IntStream.rangeClosed(1, ROWS).mapToObj(i -> i + ",Deal " + i + ",Customer " + i % 7)
                .collect(Collectors.joining("\n"));
    }

    private ImportView deals() {
        return world.options(world.upload("opportunities", file()), Map.of("createMissing", List.of("contact")));
    }

    private long total() {
        return world.opportunities.list(world.root, new ListQuery(1, null, null, true, Map.of())).total();
    }

    @Test
    public void what_was_written_before_a_failure_is_taken_back() {
        ImportView view = deals();
        failAt(2, 1, CrmException.conflict("stage_gone", "The stage is gone."));
        RunView run = world.run(view, false, false);
        assertEquals("failed 0/0/0/0/0 The stage is gone.", run.state() + " " + figures(run));
        assertEquals(0, total());
        assertTrue(world.report(view).stream().allMatch(line -> line.status().equals("held") && line.recordId() == null));
        assertEquals("600/0/0/0/0", figures(world.run(view, false, false)));
        assertEquals(ROWS, total());
    }

    @Test
    public void a_changed_record_gets_its_old_values_back() {
        world.run(deals(), false, false);
        String changed = file().replace("Deal 3,", "Other name,") + "\n601,New one,Customer 1\n602,Newer,Customer 1";
        ImportView view = world.options(world.upload("opportunities", changed), Map.of("createMissing", List.of("contact")));
        failAt(0, 1, CrmException.conflict("stage_gone", "The stage is gone."));
        RunView run = world.run(view, false, false);
        assertEquals("failed", run.state());
        assertEquals("Deal 3", world.byKey("3").name());
        assertEquals("2/1/599/0/0", figures(world.run(view, false, false)));
        assertEquals("Other name", world.byKey("3").name());
    }

    @Test
    public void a_row_that_is_refused_late_fails_alone_if_good_rows_are_wanted() {
        ImportView view = deals();
        failAt(1, 1, new CrmException(CrmException.Kind.VALIDATION, "validation_failed", "No.",
                List.of(new com.pivotino.crm.api.FieldProblem("rows[4].name", "late", "Too late.")), Map.of(), null));
        RunView run = world.run(view, false, true);
        assertEquals("done 599/0/0/1/0", run.state() + " " + figures(run));
        ReportLine refused = world.operations.report(world.root, view.id(), new ListQuery(5, null, null, false,
                Map.of("status", List.of("failed")))).items().get(0);
        assertEquals(256, refused.line());
        assertEquals("late", refused.problems().get(0).code());
        assertEquals(599, total());
    }

    @Test
    public void an_interrupted_run_goes_on_where_it_was_and_makes_nothing_twice() {
        ImportView view = deals();
        failAt(1, 1, new LinkageError("the machine stopped"));
        RunView broken = world.run(view, false, false);
        assertEquals("writing 250/0/0/0/0", broken.state() + " " + figures(broken));
        assertEquals("run_active", assertThrows(CrmException.class, () -> world.operations.start(world.root, view.id(), false, false))
                .code());
        assertEquals("run_active", assertThrows(CrmException.class,
                () -> world.operations.edit(world.root, view.id(), new MergePatch(Map.of()), null)).code());
        world.crm.clock().advance(Duration.ofMinutes(1));
        world.crm.deliverAll();
        RunView run = world.operations.run(world.root, view.id(), broken.id());
        assertEquals("done 600/0/0/0/0", run.state() + " " + figures(run));
        assertEquals(ROWS, total());
    }

    @Test
    public void a_run_that_cannot_go_on_is_taken_back_after_a_few_tries() {
        ImportView view = deals();
        failAt(1, 9, new LinkageError("the machine stops"));
        RunView broken = world.run(view, false, false);
        for (int i = 0; i < 5; i++) {
            world.crm.clock().advance(Duration.ofHours(1));
            world.crm.deliverAll();
        }
        RunView run = world.operations.run(world.root, view.id(), broken.id());
        assertEquals("failed 0/0/0/0/0 The run was interrupted and could not go on.", run.state() + " " + figures(run));
        assertEquals(0, total());
    }

    @Test
    public void an_unexpected_failure_of_one_row_fails_that_row_and_no_other() {
        poison = "name=Deal 300,";
        ImportView view = deals();
        RunView run = world.run(view, false, true);
        assertEquals("done 599/0/0/1/0", run.state() + " " + figures(run));
        ReportLine failed = world.report(view, "failed").get(0);
        assertEquals("301 [error unexpected null]", failed.line() + " " + ImportWorld.problems(failed));
        assertEquals(ROWS - 1, total());
    }

    @Test
    public void an_unexpected_failure_ends_an_all_or_nothing_run_with_nothing_written() {
        poison = "name=Deal 300,";
        RunView run = world.run(deals(), false, false);
        assertEquals("failed 0/0/0/0/0", run.state() + " " + figures(run).substring(0, 9));
        assertTrue(run.problem(), run.problem().startsWith("Line 301: "));
        assertEquals(0, total());
        poison = null;
        assertEquals("600/0/0/0/0", figures(world.run(deals(), false, false)));
    }

    @Test
    public void a_run_that_fails_altogether_holds_no_other_run() {
        poison = "name=Deal ";
        ImportView bad = deals();
        RunView first = world.operations.start(world.root, bad.id(), false, true);
        ImportView good = world.upload("opportunities", "name\nRoof\n");
        RunView second = world.operations.start(world.root, good.id(), false, false);
        world.crm.deliverAll();
        RunView broken = world.operations.run(world.root, bad.id(), first.id());
        assertEquals("failed Something unexpected happened; it is in the server's log.", broken.state() + " " + broken.problem());
        assertEquals("done", world.operations.run(world.root, good.id(), second.id()).state());
        assertEquals(1, total());
    }

    @Test
    public void a_run_whose_person_is_gone_ends_and_holds_no_other() {
        ImportView view = world.operations.upload(world.mia, "opportunities", null, null,
                new ByteArrayInputStream("name\nRoof\n".getBytes()));
        RunView run = world.operations.start(world.mia, view.id(), false, false);
        world.people.directory.removeUser(3);
        world.crm.deliverAll();
        assertEquals("failed", world.operations.run(world.root, view.id(), run.id()).state());
    }

    @Test
    public void names_are_looked_up_in_bulk() {
        ImportView view = deals();
        world.people.questions = 0;
        world.run(view, false, false);
        assertTrue("asked " + world.people.questions + " times", world.people.questions <= 8);
    }

    @Test
    public void managers_import_what_is_theirs_and_salespeople_nothing() {
        byte[] csv = "name,owner\nMine,Mia\nTeam's,Ann\nNobody's,\nRoot's,Root\n".getBytes();
        assertEquals("forbidden", assertThrows(CrmException.class,
                () -> world.operations.upload(world.ann, "opportunities", null, null, new ByteArrayInputStream(csv))).code());
        assertEquals("forbidden", assertThrows(CrmException.class,
                () -> world.operations.upload(world.mia, "users", null, null, new ByteArrayInputStream(csv))).code());
        ImportView view = world.operations.upload(world.mia, "opportunities", null, null, new ByteArrayInputStream(csv));
        RunView run = runAs(world.mia, view);
        assertEquals("done 3/0/0/1/0", run.state() + " " + figures(run));
        assertEquals(List.of("error forbidden owner"), ImportWorld.problems(world.report(view).get(3)));
        assertEquals("not_found", assertThrows(CrmException.class, () -> world.operations.get(world.ann, view.id())).code());
        assertEquals("North", world.byKey(world.report(view).get(1).key()).team().name());
    }

    @Test
    public void a_card_that_moved_to_another_team_fails_its_row_and_no_other() {
        ImportView first = world.operations.upload(world.mia, "opportunities", null, null,
                new ByteArrayInputStream("id,name,owner\nk1,One,Mia\nk2,Two,Mia\n".getBytes()));
        assertEquals("2/0/0/0/0", figures(runAs(world.mia, first)));
        Long moved = world.all().stream().filter(card -> card.name().equals("One")).findFirst().orElseThrow().id();
        Map<String, Object> owner = new java.util.HashMap<>(Map.of("salespersonId", 4L));
        owner.put("teamId", null);
        world.opportunities.update(com.pivotino.crm.api.Call.of(world.root), moved, new MergePatch(owner));
        ImportView again = world.operations.upload(world.mia, "opportunities", null, null,
                new ByteArrayInputStream("id,name,owner\nk1,Uno,Mia\nk2,Due,Mia\n".getBytes()));
        RunView run = runAs(world.mia, again);
        assertEquals("done 0/1/0/1/0", run.state() + " " + figures(run));
        assertEquals(List.of("error forbidden owner"), ImportWorld.problems(world.report(again).get(0)));
        assertEquals("One", world.opportunities.get(world.root, moved).name());
    }

    @Test
    public void managers_make_no_users() {
        ImportView view = world.operations.upload(world.mia, "opportunities", null, null,
                new ByteArrayInputStream("name,owner\nA,Zoe Zed\n".getBytes()));
        world.operations.edit(world.mia, view.id(), new MergePatch(Map.of("options", Map.of("createMissing", List.of("user")))), null);
        assertEquals("0/0/0/1/0", figures(runAs(world.mia, view)));
        assertEquals(List.of("error unknown_user owner"), ImportWorld.problems(world.report(view).get(0)));
    }

    @Test
    public void contacts_and_users_come_in_once() {
        ImportView contacts = world.upload("contacts",
                "name,email,phone\nAcme,info@acme.example,1\nacme,x@y.example,2\n,only@mail.example,\n");
        assertEquals("3/0/0/0/0", figures(world.run(contacts, false, false)));
        assertEquals("info@acme.example", world.people.contacts.get("acme").email());
        assertEquals("0/0/3/0/0", figures(world.run(contacts, false, false)));
        ImportView users = world.options(world.upload("users",
                "name,email,role,team\nZoe Zed,zoe@x.example,manager,North\nZoe Zed,,,\nBad,,boss,\n"),
                Map.of());
        assertEquals("1/0/1/1/0", figures(world.run(users, false, true)));
        assertTrue(world.people.findTeam("North").orElseThrow().memberIds()
                .contains(world.people.findUser("zoe.zed").orElseThrow().id()));
        assertEquals("0/0/2/1/0", figures(world.run(users, false, true)));
    }

    @Test
    public void a_customer_who_is_there_is_used() {
        Contact acme = world.people.createContact(world.root, new com.pivotino.crm.api.directory.NewContact("Acme", null, null, null));
        ImportView view = world.upload("opportunities", "name,account\nA,ACME\nB,Nobody\n");
        assertEquals("1/0/0/1/0", figures(world.run(view, false, true)));
        assertEquals(acme.id(), world.all().get(0).customer().id());
        assertEquals(List.of("error unknown_contact account"), ImportWorld.problems(world.report(view).get(1)));
    }

    @Test
    public void more_than_fifty_megabytes_are_refused() {
        assertEquals("too_large", assertThrows(CrmException.class,
                () -> world.operations.upload(world.root, "contacts", null, null, new ByteArrayInputStream(new byte[(50 << 20) + 1])))
                .code());
        assertEquals("invalid", assertThrows(CrmException.class,
                () -> world.upload("nothing", "a\n1\n")).fields().get(0).code());
        assertEquals("empty_file", assertThrows(CrmException.class,
                () -> world.upload("contacts", "name\n")).fields().get(0).code());
    }

    private RunView runAs(Actor actor, ImportView view) {
        RunView run = world.operations.start(actor, view.id(), false, true);
        world.crm.deliverAll();
        return world.operations.run(actor, view.id(), run.id());
    }
}
