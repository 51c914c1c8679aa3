package com.pivotino.crm.directory.internal.domain;

import com.pivotino.crm.api.CrmException;

/** Which passwords are taken: at least ten characters, and not the login. */
public final class PasswordRule {

    public static final int SHORTEST = 10;
    public static final int LONGEST = 200;

    private PasswordRule() {
    }

    /** Refuses what is no password for this login. */
    public static void check(String login, String password) {
        if (password == null || password.codePointCount(0, password.length()) < SHORTEST) {
            throw CrmException.invalid("password", "too_short", "A password has at least " + SHORTEST + " characters.");
        }
        if (password.length() > LONGEST) {
            throw CrmException.invalid("password", "too_long", "A password has at most " + LONGEST + " characters.");
        }
        if (password.isBlank() || login != null && TextNormalization.key(password).equals(TextNormalization.key(login))) {
            throw CrmException.invalid("password", "too_simple", "The password must be neither blank nor the login.");
        }
    }
}
