package com.pivotino.crm.directory.internal.service;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class PasswordHashingTest {

    private final PasswordHashing standard = PasswordHashing.standard();
    private final PasswordHashing cheap = new PasswordHashing(64, 1);

    @Test
    public void a_password_matches_its_hash_and_no_other_does() {
        String hash = standard.hash("correct horse");
        assertTrue(hash, hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
        assertTrue(standard.matches("correct horse", hash));
        assertFalse(standard.matches("correct hors", hash));
        assertFalse(standard.matches("Correct horse", hash));
        assertNotEquals("salted", hash, standard.hash("correct horse"));
    }

    @Test
    public void a_hash_of_the_reference_implementation_is_known() {
        // A test vector of the reference implementation.
        String hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertTrue(cheap.matches("password", hash));
    }

    @Test
    public void an_old_hash_is_verified_at_its_own_cost() {
        assertTrue(standard.matches("correct horse", cheap.hash("correct horse")));
    }

    @Test
    public void the_same_letter_typed_in_two_ways_is_the_same() {
        assertTrue(cheap.matches("Zoe\u0308's password", cheap.hash("Zo\u00eb's password")));
    }

    @Test
    public void nobodys_password_is_never_right_and_takes_as_long() {
        assertFalse(cheap.matches("nobody's password", null));
        long known = time("$argon2id$v=19$m=19456,t=2,p=1$" + standard.hash("x").split("\\$", 5)[4]);
        long unknown = time(null);
        assertTrue(known + " ns and " + unknown + " ns", unknown * 3 > known && known * 3 > unknown);
    }

    @Test
    public void a_hash_of_another_form_is_a_defect_and_no_wrong_password() {
        assertThrows(IllegalStateException.class, () -> cheap.matches("x", "plain"));
        assertEquals(97, standard.hash("x").length());
    }

    private long time(String hash) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long started = System.nanoTime();
            standard.matches("guess", hash);
            best = Math.min(best, System.nanoTime() - started);
        }
        return best;
    }
}
