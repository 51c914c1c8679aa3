package com.pivotino.crm.directory.internal.shell;

import com.pivotino.crm.directory.internal.DirectoryModule;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code crm:unlock LOGIN}. */
@Service
@Command(scope = "crm", name = "unlock", description = "Forgets the failed tries to sign in of one account")
public final class UnlockCommand implements Action {

    @Argument(name = "login", required = true, description = "The login that too many tries have locked")
    private String login;
    @Reference
    private DirectoryModule directory;

    @Override
    public Object execute() {
        directory.services().signIn().forget(login);
        return login + " may try again now.";
    }
}
