package com.pivotino.crm.directory.internal.realm;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.directory.internal.domain.UserAccount;
import com.pivotino.crm.directory.internal.service.SignIn;
import java.io.IOException;
import java.security.Principal;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;

/**
 * Signs a subject in with login and password. Roles come as {@code crm-admin, crm-manager, crm-salesperson}, so that
 * none of them is by accident a role that the container knows.
 */
public final class DatabaseLoginModule implements LoginModule {

    static final String SIGN_IN = "crm.signIn";

    private final Set<Principal> principals = new LinkedHashSet<>();
    private Subject subject;
    private CallbackHandler handler;
    private SignIn signIn;

    @Override
    public void initialize(Subject whose, CallbackHandler callbacks, Map<String, ?> sharedState, Map<String, ?> options) {
        subject = whose;
        handler = callbacks;
        signIn = (SignIn) options.get(SIGN_IN);
    }

    @Override
    public boolean login() throws LoginException {
        NameCallback name = new NameCallback("Login: ");
        PasswordCallback password = new PasswordCallback("Password: ", false);
        ask(name, password);
        char[] typed = password.getPassword();
        UserAccount user = verify(name.getName(), typed == null ? null : new String(typed))
                .orElseThrow(() -> new FailedLoginException("The login or the password is wrong."));
        password.clearPassword();
        principals.add(new UserPrincipal(user.login()));
        for (Role role : user.roles()) {
            principals.add(new RolePrincipal("crm-" + role.name().toLowerCase(Locale.ROOT)));
        }
        return true;
    }

    @Override
    public boolean commit() {
        subject.getPrincipals().addAll(principals);
        return true;
    }

    @Override
    public boolean abort() {
        principals.clear();
        return true;
    }

    @Override
    public boolean logout() {
        subject.getPrincipals().removeAll(principals);
        principals.clear();
        return true;
    }

    private Optional<UserAccount> verify(String login, String password) throws LoginException {
        try {
            return signIn.verifyInShell(login, password);
        } catch (CrmException e) {
            throw because(e);
        }
    }

    private void ask(Callback... questions) throws LoginException {
        try {
            handler.handle(questions);
        } catch (IOException | UnsupportedCallbackException e) {
            throw because(e);
        }
    }

    private static LoginException because(Exception e) {
        LoginException failure = new LoginException(e.getMessage());
        failure.initCause(e);
        return failure;
    }
}
