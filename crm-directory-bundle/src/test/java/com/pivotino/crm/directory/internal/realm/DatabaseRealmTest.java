package com.pivotino.crm.directory.internal.realm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.Role;
import com.pivotino.crm.directory.internal.service.DirectoryRig;
import com.pivotino.crm.testkit.Database;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The realm through Karaf's proxy, as in the container. */
public class DatabaseRealmTest {

    private DirectoryRig rig;
    private DatabaseRealm realm;

    @Before
    public void start() {
        rig = new DirectoryRig(Database.H2);
        realm = new DatabaseRealm(rig.services.signIn(), 42);
        ProxyLoginModule.init(container());
    }

    @After
    public void stop() {
        rig.stop();
    }

    @Test
    public void a_user_signs_in_with_roles_that_are_none_of_the_containers() throws Exception {
        rig.signer("joe", Role.ADMIN, Role.MANAGER);
        LoginContext login = login("joe", DirectoryRig.PASSWORD);
        login.login();
        assertEquals(Set.of("joe", "crm-admin", "crm-manager"), names(login.getSubject()));
        login.logout();
        assertEquals(Set.of(), names(login.getSubject()));
    }

    @Test
    public void a_wrong_password_is_a_failed_login_and_braked_like_any_other() throws Exception {
        rig.signer("joe");
        for (int i = 0; i < 5; i++) {
            LoginContext login = login("joe", "guess");
            assertThrows(FailedLoginException.class, login::login);
            assertTrue(login.getSubject() == null || names(login.getSubject()).isEmpty());
        }
        LoginException braked = assertThrows(LoginException.class, () -> login("joe", DirectoryRig.PASSWORD).login());
        assertTrue(braked.getMessage(), braked.getMessage().contains("Too many tries"));
    }

    private LoginContext login(String name, String password) throws LoginException {
        assertEquals("crm", realm.getName());
        CallbackHandler answers = callbacks -> {
            for (Callback callback : callbacks) {
                if (callback instanceof NameCallback asked) {
                    asked.setName(name);
                } else {
                    ((PasswordCallback) callback).setPassword(password.toCharArray());
                }
            }
        };
        return new LoginContext(DatabaseRealm.NAME, new Subject(), answers, new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String realmName) {
                return realm.getEntries();
            }
        });
    }

    private static Set<String> names(Subject subject) {
        return subject.getPrincipals().stream().map(Principal::getName).collect(Collectors.toSet());
    }

    /** A container in which bundle 42 has this class path. */
    private static BundleContext container() {
        ClassLoader loader = DatabaseRealmTest.class.getClassLoader();
        Bundle bundle = (Bundle) Proxy.newProxyInstance(loader, new Class<?>[] {Bundle.class}, (proxy, method, arguments) ->
                method.getName().equals("loadClass") ? loader.loadClass((String) arguments[0]) : null);
        return (BundleContext) Proxy.newProxyInstance(loader, new Class<?>[] {BundleContext.class}, (proxy, method, arguments) ->
                method.getName().equals("getBundle") && Long.valueOf(42).equals(arguments[0]) ? bundle : null);
    }
}
