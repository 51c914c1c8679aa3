package com.pivotino.crm.directory.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.directory.Identity;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.directory.internal.domain.UserAccount;
import java.util.List;
import java.util.Set;

/** How a browser signs in and out, and learns who it is. */
public final class BrowserSignIn {

    private final SignIn signIn;
    private final Sessions sessions;
    private final Devices devices;
    private final ProfileService profiles;
    private final SettingsAdmin settings;

    BrowserSignIn(SignIn signIn, Sessions sessions, Devices devices, ProfileService profiles, SettingsAdmin settings) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.devices = devices;
        this.profiles = profiles;
        this.settings = settings;
    }

    /** Who is signed in, and what the screen needs to know of them. */
    public record Info(Person user, Set<Role> roles, String zone, String locale, boolean onboardingCompleted,
            String csrfToken, List<ProfileService.OwnTeam> teams) {
    }

    /** Who it is. */
    public record Person(long id, String login, String name, String email) {
    }

    /** A session just opened; the tokens of session and device go into their cookies and nowhere else. */
    public record Opened(String token, String device, Info info) {
    }

    /**
     * Signs in; the browser's session of before, if any, ends.
     *
     * @param device the browser's token of an earlier sign-in, or null
     * @throws CrmException {@code unauthenticated}, the same for all reasons, or {@code rate_limited}
     */
    public Opened open(String login, String password, String address, String oldToken, String device) {
        UserAccount user = signIn.verifyInBrowser(login, password, address, device).orElseThrow(() -> new CrmException(
                CrmException.Kind.UNAUTHENTICATED, "unauthenticated", "The login or the password is wrong."));
        String token = sessions.open(user, oldToken);
        Identity identity = sessions.find(token).orElseThrow(() -> new CrmException(
                CrmException.Kind.UNAUTHENTICATED, "unauthenticated", "The login or the password is wrong."));
        return new Opened(token, devices.signedIn(user, device), info(identity));
    }

    public Info info(Identity identity) {
        Actor actor = identity.actor();
        ProfileService.Own own = profiles.get(actor);
        User user = own.user();
        return new Info(new Person(user.id(), user.login(), user.name(), user.email()), actor.roles(),
                actor.zone().getId(), user.locale(), settings.current().onboardingCompleted(), identity.csrfToken(),
                own.teams());
    }

    /** Signs out. */
    public void close(String token) {
        sessions.end(token);
    }
}
