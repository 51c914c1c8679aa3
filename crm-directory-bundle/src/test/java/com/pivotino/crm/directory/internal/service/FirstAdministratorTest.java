package com.pivotino.crm.directory.internal.service;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.testkit.OnEachDatabase;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FirstAdministratorTest extends OnEachDatabase {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private DirectoryRig rig;
    private Path file;

    @Before
    public void start() {
        rig = new DirectoryRig(database);
        file = folder.getRoot().toPath().resolve("data/first-admin-password");
    }

    @After
    public void stop() {
        rig.stop();
    }

    @Test
    public void a_password_in_the_launchers_file_is_used_once_and_deleted() throws Exception {
        java.nio.file.Path handed = java.nio.file.Files.createTempFile("admin-password", null);
        Files.writeString(handed, "by the launcher\n");
        GivenPassword given = new GivenPassword(handed);
        assertEquals("by the launcher", given.or("other"));
        given.forget();
        assertFalse(Files.exists(handed));
        assertEquals("other", given.or("other"));
    }

    @Test
    public void a_random_password_is_written_for_its_owner_only_and_opens() throws Exception {
        rig.services.ensureAdministrator("", file);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        String password = Files.readString(file).strip();
        assertEquals(20, password.length());
        User admin = rig.services.signIn().verify("admin", password, null).orElseThrow().user();
        assertEquals(Set.of(Role.ADMIN), admin.roles());
    }

    @Test
    public void the_configured_password_is_written_nowhere() {
        rig.services.ensureAdministrator("operator's choice", file);
        assertTrue(rig.services.signIn().verify("admin", "operator's choice", null).isPresent());
        assertFalse(Files.exists(file));
    }

    @Test
    public void a_configured_password_that_the_rule_refuses_is_replaced_by_a_random_one() throws Exception {
        rig.services.ensureAdministrator("nine char", file);
        assertFalse(rig.services.signIn().verify("admin", "nine char", null).isPresent());
        assertTrue(rig.services.signIn().verify("admin", Files.readString(file).strip(), null).isPresent());
    }

    @Test
    public void where_there_is_a_user_none_is_made_and_no_password_changes() {
        rig.services.ensureAdministrator("operator's choice", file);
        rig.services.ensureAdministrator("another choice", file);
        rig.services.ensureAdministrator(null, file);
        assertEquals(1, rig.services.users().list(ListQuery.first(10)).items().size());
        assertTrue(rig.services.signIn().verify("admin", "operator's choice", null).isPresent());
        assertFalse(Files.exists(file));
    }

    @Test
    public void of_nodes_that_start_at_once_one_makes_it_and_its_password_is_the_one_in_the_file() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Callable<Void>> starts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Services node = rig.otherNode();
            starts.add(() -> {
                node.ensureAdministrator(null, file);
                return null;
            });
        }
        for (Future<Void> start : threads.invokeAll(starts)) {
            start.get();
        }
        threads.shutdown();
        assertEquals(1, rig.services.users().list(ListQuery.first(10)).items().size());
        assertTrue(rig.services.signIn().verify("admin", Files.readString(file).strip(), null).isPresent());
    }

    @Test
    public void without_a_place_for_the_password_there_is_no_administrator_nobody_knows() throws Exception {
        Path blocked = folder.newFile("a-file").toPath().resolve("first-admin-password");
        assertThrows(UncheckedIOException.class, () -> rig.services.ensureAdministrator(null, blocked));
        assertEquals(0, rig.services.users().list(ListQuery.first(10)).items().size());
        rig.services.ensureAdministrator(null, file);
        assertTrue(Files.exists(file));
    }
}
