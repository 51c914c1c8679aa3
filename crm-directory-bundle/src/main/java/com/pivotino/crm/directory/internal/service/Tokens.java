package com.pivotino.crm.directory.internal.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random secrets of 256 bits, and the hashes that are kept of them: too long to guess, so a plain hash will do. */
public final class Tokens {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /** A new secret, 43 characters. */
    public String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is kept of a secret. */
    public static String hash(String secret) {
        return HexFormat.of().formatHex(sha256(secret));
    }

    /** The CSRF token of a session: who cannot read the cookie cannot know it, and it need not be kept. */
    public static String csrf(String sessionToken) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256("csrf:" + sessionToken));
    }

    /** Compares without telling by its time how far two are the same. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
