package com.pivotino.crm.rest.internal.once;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps answers unreadable for who reads the database: an answer may hold a new API key. The idempotency key itself is not
 * stored; its hash finds the row, and another hash of it opens the answer.
 */
final class ResponseCipher {

    private static final int TAG_BITS = 128;
    private static final int NONCE_BYTES = 12;

    private final String id;
    private final SecretKeySpec secret;
    private final SecureRandom random = new SecureRandom();

    ResponseCipher(long userId, String key) {
        String name = userId + "\n" + key;
        id = hash("id\n" + name);
        secret = new SecretKeySpec(sha256("seal\n" + name), "AES");
    }

    /** What is stored in place of the key. */
    String id() {
        return id;
    }

    String close(byte[] body) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, body, 0);
        return Base64.getEncoder().encodeToString(ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array());
    }

    byte[] open(String text) {
        byte[] sealed = Base64.getDecoder().decode(text);
        return run(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), sealed, NONCE_BYTES);
    }

    static String hash(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, int offset) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input, offset, input.length - offset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A kept answer cannot be sealed or opened", e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
