package com.pivotino.crm.directory.internal.shell;

import com.pivotino.crm.directory.internal.DirectoryModule;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code crm:unlock LOGIN}. */
@Service
@Command(scope = "crm", name = "unlock", description = "Forgets the failed tries to sign in of one account")
public final class UnlockCommand implements Action {

    @Argument(name = "login", required = true, description = "The login that too many tries have locked")
    private String login;
    @Reference
    private DirectoryModule directory;
    @Reference
    private Session session;

    @Override
    public Object execute() {
        directory.services().signIn().forget(login);
        session.getConsole().println(login + " may try again now.");
        return null;
    }
}
