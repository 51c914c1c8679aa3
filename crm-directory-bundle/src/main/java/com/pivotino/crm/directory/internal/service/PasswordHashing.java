package com.pivotino.crm.directory.internal.service;

import com.pivotino.crm.api.CrmException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id in its standard text form {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. Each hash takes 19 MiB for its
 * time, so only a few run at once; who finds no place is told to come back.
 */
public final class PasswordHashing {

    private static final int MEMORY_KB = 19_456;
    private static final int ITERATIONS = 2;
    private static final int LANES = 1;
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int AT_ONCE = 4;
    private static final int LONGEST_WAIT_S = 5;
    private static final Pattern FORM =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([\\w+/-]+)\\$([\\w+/-]+)");

    private final SecureRandom random = new SecureRandom();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final int memoryKb;
    private final int iterations;
    private final String nobodys;

    /** What a new hash costs; an old one is verified at the cost that it names. */
    public PasswordHashing(int memoryKb, int iterations) {
        this.memoryKb = memoryKb;
        this.iterations = iterations;
        nobodys = hash("nobody's password");
    }

    /** At the cost that stands against today's guessing, a tenth of a second of one core. */
    public static PasswordHashing standard() {
        return new PasswordHashing(MEMORY_KB, ITERATIONS);
    }

    /** Hashes with a new salt. */
    public String hash(String password) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        byte[] hash = argon2(password, salt, memoryKb, iterations, LANES, HASH);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + memoryKb + ",t=" + iterations + ",p=" + LANES + "$" + base64.encodeToString(salt) + "$"
                + base64.encodeToString(hash);
    }

    /** Whether the password is the hashed one; takes as long if there is no hash, which is false. */
    public boolean matches(String password, String hash) {
        Matcher parts = FORM.matcher(hash == null ? nobodys : hash);
        if (!parts.matches()) {
            throw new IllegalStateException("A stored password hash is of no known form");
        }
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        byte[] actual = argon2(password, Base64.getDecoder().decode(parts.group(4)), Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)), expected.length);
        return MessageDigest.isEqual(expected, actual) && hash != null;
    }

    private byte[] argon2(String password, byte[] salt, int kb, int rounds, int lanes, int length) {
        takePlace();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(kb).withIterations(rounds).withParallelism(lanes).withSalt(salt).build());
            byte[] hash = new byte[length];
            generator.generateBytes(Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            places.release();
        }
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(LONGEST_WAIT_S, TimeUnit.SECONDS)) {
                throw CrmException.unavailable("Too many people sign in at this moment.", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CrmException.unavailable("The server is stopping.", e);
        }
    }
}
