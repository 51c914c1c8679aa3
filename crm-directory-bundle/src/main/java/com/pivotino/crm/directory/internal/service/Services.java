package com.pivotino.crm.directory.internal.service;

import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.internal.Memory;
import com.pivotino.crm.directory.internal.store.AttemptStore;
import com.pivotino.crm.directory.internal.store.ChangeLog;
import com.pivotino.crm.directory.internal.store.ContactStore;
import com.pivotino.crm.directory.internal.store.CredentialStore;
import com.pivotino.crm.directory.internal.store.DeviceStore;
import com.pivotino.crm.directory.internal.store.PasswordResetStore;
import com.pivotino.crm.directory.internal.store.SettingStore;
import com.pivotino.crm.directory.internal.store.TeamStore;
import com.pivotino.crm.directory.internal.store.UserStore;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.aries.jpa.template.JpaTemplate;

/** The directory's services, each made once and put together here. */
public final class Services {

    private final UserService users;
    private final ContactService contacts;
    private final ContactMerging merging;
    private final TeamService teams;
    private final ProfileService profiles;
    private final ApiKeys keys;
    private final SettingsAdmin settings;
    private final Onboarding onboarding;
    private final DefaultDirectory directory;
    private final DefaultAuthenticator authenticator;
    private final BrowserSignIn browser;
    private final SignIn signIn;
    private final PasswordResets resets;
    private final FirstAdministrator first;

    /** @param wall the clock on the wall, whatever the product's clock is set to */
    public Services(Acts plain, JpaTemplate jpa, Clock clock, Clock wall, PasswordHashing hashing) {
        Memory memory = new Memory();
        Acts acts = memory.watching(plain);
        UserStore userStore = new UserStore(jpa);
        TeamStore teamStore = new TeamStore(jpa);
        ContactStore contactStore = new ContactStore(jpa);
        CredentialStore credentials = new CredentialStore(jpa);
        Tokens tokens = new Tokens();
        Edits edits = new Edits(new ChangeLog(jpa));
        settings = new SettingsAdmin(acts, new SettingStore(jpa));
        onboarding = new Onboarding(settings, clock);
        Actors actors = new Actors(teamStore, settings);
        users = new UserService(acts, userStore, teamStore, credentials, hashing, edits);
        contacts = new ContactService(plain, contactStore, edits);
        merging = new ContactMerging(plain, contacts, contactStore, edits, settings);
        teams = new TeamService(acts, teamStore, userStore, edits);
        LoginRateLimiter brake = new LoginRateLimiter(plain, new AttemptStore(jpa), clock);
        DeviceStore devices = new DeviceStore(jpa);
        signIn = new SignIn(acts, userStore, devices, clock, hashing, brake);
        profiles = new ProfileService(acts, users, teamStore, hashing, signIn, edits);
        keys = new ApiKeys(plain, credentials, actors, tokens, clock, memory);
        Sessions sessions = new Sessions(plain, credentials, actors, tokens, wall, memory);
        browser = new BrowserSignIn(signIn, sessions, new Devices(plain, devices, tokens, clock), profiles, settings);
        authenticator = new DefaultAuthenticator(sessions, keys, new BasicCredentials(acts, userStore, signIn, actors, tokens),
                brake);
        People people = new People(plain, userStore, teamStore, actors, memory);
        directory = new DefaultDirectory(plain, userStore, teamStore, contactStore, people,
                new DefaultDirectory.DirectoryWriters(users, contacts, teams));
        resets = new PasswordResets(acts, userStore, users, new PasswordResetStore(jpa),
                new PasswordResets.Credentials(tokens, hashing, brake), clock);
        first = new FirstAdministrator(acts, userStore, users, hashing, tokens);
    }

    /** Makes the first administrator if there is no user. */
    public void ensureAdministrator(String configuredPassword, Path passwordFile) {
        first.ensure(configuredPassword, passwordFile);
    }

    public UserService users() {
        return users;
    }

    public ContactService contacts() {
        return contacts;
    }

    public ContactMerging merging() {
        return merging;
    }

    public TeamService teams() {
        return teams;
    }

    public ProfileService profiles() {
        return profiles;
    }

    public ApiKeys keys() {
        return keys;
    }

    public SettingsAdmin settings() {
        return settings;
    }

    public Onboarding onboarding() {
        return onboarding;
    }

    public DefaultDirectory directory() {
        return directory;
    }

    public DefaultAuthenticator authenticator() {
        return authenticator;
    }

    public BrowserSignIn browser() {
        return browser;
    }

    public PasswordResets resets() {
        return resets;
    }

    public SignIn signIn() {
        return signIn;
    }
}
