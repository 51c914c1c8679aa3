package com.pivotino.crm.chatter.internal.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.persistence.EntityManager;

/**
 * Signed links. Those of followers are the follower's id and an HMAC of it and of the link's generation, under a secret that only the
 * database knows; those to the files of one entry end by themselves. Nothing that could be used as a link is stored. Joins the running
 * transaction.
 */
final class AccessTokens {

    private static final int ID_BYTES = 8;
    private static final int TIME_BYTES = 8;
    private static final int MAC_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final EntityManager em;

    AccessTokens(EntityManager em) {
        this.em = em;
    }

    String token(long followerId, int generation) {
        return signed(ByteBuffer.allocate(ID_BYTES + MAC_BYTES).putLong(followerId), follower(followerId, generation));
    }

    /** Lets whoever has it read the files of one entry until an instant, and nothing else. */
    String filesToken(long entryId, Instant until) {
        return signed(ByteBuffer.allocate(ID_BYTES + TIME_BYTES + MAC_BYTES).putLong(entryId).putLong(until.getEpochSecond()),
                files(entryId, until.getEpochSecond()));
    }

    /** The entry whose files a token of {@link #filesToken} opens; empty for other tokens, forged ones and those that are over. */
    OptionalLong entryOfFiles(String token, Instant now) {
        byte[] bytes = bytes(token);
        if (bytes.length != ID_BYTES + TIME_BYTES + MAC_BYTES) {
            return OptionalLong.empty();
        }
        ByteBuffer read = ByteBuffer.wrap(bytes);
        long entry = read.getLong();
        long until = read.getLong();
        return now.getEpochSecond() < until && isSigned(bytes, files(entry, until)) ? OptionalLong.of(entry) : OptionalLong.empty();
    }

    private String signed(ByteBuffer head, String what) {
        byte[] secret = secret().orElseGet(this::makeSecret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(head.put(mac(secret, what)).array());
    }

    private boolean isSigned(byte[] token, String what) {
        return secret().filter(secret -> MessageDigest.isEqual(mac(secret, what),
                Arrays.copyOfRange(token, token.length - MAC_BYTES, token.length))).isPresent();
    }

    private static String follower(long id, int generation) {
        return "follower:" + id + ":" + generation;
    }

    private static String files(long entryId, long until) {
        return "files:" + entryId + ":" + until;
    }

    /** Whose token this says it is; to be checked by {@link #fits}. */
    static OptionalLong follower(String token) {
        byte[] bytes = bytes(token);
        return bytes.length == ID_BYTES + MAC_BYTES ? OptionalLong.of(ByteBuffer.wrap(bytes).getLong()) : OptionalLong.empty();
    }

    boolean fits(String token, long followerId, int generation) {
        return isSigned(bytes(token), follower(followerId, generation));
    }

    private static byte[] bytes(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            // No token of ours; the caller answers as for one that is unknown.
            return new byte[0];
        }
    }

    private static byte[] mac(byte[] secret, String what) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return Arrays.copyOf(mac.doFinal(what.getBytes(StandardCharsets.UTF_8)), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    private Optional<byte[]> secret() {
        return em.createNativeQuery("SELECT secret FROM ch_secret WHERE name = 'shared'").getResultList().stream().findFirst()
                .map(text -> Base64.getDecoder().decode((String) text));
    }

    private byte[] makeSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        em.createNativeQuery("INSERT INTO ch_secret (name, secret) VALUES ('shared', ?1)")
                .setParameter(1, Base64.getEncoder().encodeToString(secret)).executeUpdate();
        return secret;
    }
}
