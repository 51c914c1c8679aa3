package com.pivotino.crm.directory.internal.service;

import static com.pivotino.crm.directory.internal.service.Refusals.invalid;
import static com.pivotino.crm.directory.internal.service.Refusals.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.mail.MailStatus;
import com.pivotino.crm.directory.internal.domain.PasswordReset;
import com.pivotino.crm.directory.internal.store.CredentialStore;
import com.pivotino.crm.testkit.OnEachDatabase;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class PasswordResetsTest extends OnEachDatabase {

    private static final String NEW = "staple horse battery";

    private DirectoryRig rig;
    private PasswordResets resets;
    private User sally;

    @Before
    public void start() {
        rig = new DirectoryRig(database);
        resets = rig.services.resets();
        sally = rig.signer("sally", Role.SALESPERSON);
    }

    @After
    public void stop() {
        rig.stop();
    }

    private static MailStatus mail(boolean sends) {
        return new MailStatus() {
            @Override
            public boolean canSend() {
                return sends;
            }

            @Override
            public String link(String path) {
                return "https://crm.example" + path;
            }
        };
    }

    private String link() {
        return rig.mails.get(rig.mails.size() - 1).text().replaceFirst("(?s).*/new-password/(\\S+).*", "$1");
    }

    private boolean signsIn(String password) {
        return rig.services.signIn().verify("sally", password, "10.0.0.1").isPresent();
    }

    @Test
    public void a_link_is_mailed_to_the_own_address_and_sets_a_password_once() {
        String session = rig.services.browser().open("sally", DirectoryRig.PASSWORD, "10.0.0.1", null, null).token();
        assertTrue(resets.ask(" Sally@Example.com ", "10.0.0.1", mail(true)));
        assertEquals(PersonRef.user(sally.id()), rig.mails.get(0).person());
        assertTrue(rig.mails.get(0).text().contains("https://crm.example/new-password/"));
        String token = link();
        invalid("password", () -> resets.redeem(token, "short", "10.0.0.1"));
        resets.redeem(token, NEW, "10.0.0.1");
        assertTrue(signsIn(NEW));
        assertFalse(signsIn(DirectoryRig.PASSWORD));
        assertTrue("all sessions end", rig.crm.acts().read(() -> new CredentialStore(rig.crm.jpa("crm-directory"))
                .session(Tokens.hash(session))).isEmpty());
        refused("not_found", () -> resets.redeem(token, "another long password", "10.0.0.1"));
    }

    @Test
    public void an_unknown_login_hears_the_same_and_no_mail_goes_out() {
        assertTrue(resets.ask("nobody", "10.0.0.1", mail(true)));
        assertTrue(resets.ask("nobody@example.com", "10.0.0.1", mail(true)));
        rig.services.users().deactivate(DirectoryRig.SYSTEM, sally.id(), null);
        assertTrue(resets.ask("sally", "10.0.0.1", mail(true)));
        assertEquals(0, rig.mails.size());
    }

    @Test
    public void without_mail_everybody_hears_so() {
        assertFalse(resets.ask("sally", "10.0.0.1", mail(false)));
        assertFalse(resets.ask("nobody", "10.0.0.1", null));
        assertEquals(0, rig.mails.size());
    }

    @Test
    public void the_link_runs_out_and_a_later_one_replaces_it() {
        resets.ask("sally", null, mail(true));
        String first = link();
        resets.ask("sally", null, mail(true));
        String second = link();
        refused("not_found", () -> resets.redeem(first, NEW, null));
        rig.crm.clock().advance(PasswordReset.LONGEST);
        refused("not_found", () -> resets.redeem(second, NEW, null));
        refused("not_found", () -> resets.redeem("guessed", NEW, null));
        assertTrue(signsIn(DirectoryRig.PASSWORD));
    }

    @Test
    public void asking_often_is_slowed_down_for_known_and_unknown_alike() {
        for (String login : new String[] {"sally", "nobody"}) {
            for (int i = 0; i < PasswordResets.PER_ACCOUNT / 2; i++) {
                resets.ask(login, null, mail(true));
            }
            refused("rate_limited", () -> resets.ask(login, null, mail(true)));
        }
    }
}
