package com.pivotino.crm.chatter.internal.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.persistence.EntityManager;

/**
 * Signed links of followers: the follower's id and an HMAC of it and of the link's generation, under a secret that only the
 * database knows. Nothing that could be used as a link is stored. Joins the running transaction.
 */
final class AccessTokens {

    private static final int ID_BYTES = 8;
    private static final int MAC_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final EntityManager em;

    AccessTokens(EntityManager em) {
        this.em = em;
    }

    String token(long followerId, int generation) {
        byte[] secret = secret().orElseGet(this::makeSecret);
        ByteBuffer bytes = ByteBuffer.allocate(ID_BYTES + MAC_BYTES).putLong(followerId).put(mac(secret, followerId, generation));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Whose token this says it is; to be checked by {@link #fits}. */
    static OptionalLong follower(String token) {
        byte[] bytes = bytes(token);
        return bytes.length == ID_BYTES + MAC_BYTES ? OptionalLong.of(ByteBuffer.wrap(bytes).getLong()) : OptionalLong.empty();
    }

    boolean fits(String token, long followerId, int generation) {
        return secret().filter(secret -> MessageDigest.isEqual(mac(secret, followerId, generation),
                Arrays.copyOfRange(bytes(token), ID_BYTES, ID_BYTES + MAC_BYTES))).isPresent();
    }

    private static byte[] bytes(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            // No token of ours; the caller answers as for one that is unknown.
            return new byte[0];
        }
    }

    private static byte[] mac(byte[] secret, long followerId, int generation) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return Arrays.copyOf(mac.doFinal(("follower:" + followerId + ":" + generation).getBytes(StandardCharsets.UTF_8)), MAC_BYTES);
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
