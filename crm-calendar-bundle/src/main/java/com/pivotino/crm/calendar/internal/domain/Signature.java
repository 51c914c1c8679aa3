package com.pivotino.crm.calendar.internal.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Signs the links by which people answer without signing in; the same on all nodes, made once and kept. */
@Entity
@Table(name = "cal_signature")
public class Signature {

    public static final long ONLY = 1;
    private static final int BYTES = 16;

    @Id
    private long id = ONLY;
    private String secret;

    protected Signature() {
    }

    /** @param secret random, 32 bytes or more */
    public Signature(byte[] secret) {
        this.secret = Base64.getEncoder().encodeToString(secret);
    }

    /** A link's token for an attendance, such as {@code 1051-kZ0yJ...}. */
    public String token(long attendance) {
        return attendance + "-" + Base64.getUrlEncoder().withoutPadding().encodeToString(sign(attendance));
    }

    /** The attendance that a token is for, or null if we did not sign it. */
    public Long verified(String token) {
        if (token == null || !token.matches("[1-9]\\d{0,17}-[\\w-]{22}")) {
            return null;
        }
        long attendance = Long.parseLong(token.substring(0, token.indexOf('-')));
        return MessageDigest.isEqual(token(attendance).getBytes(StandardCharsets.US_ASCII),
                token.getBytes(StandardCharsets.US_ASCII)) ? (Long) attendance : null;
    }

    private byte[] sign(long attendance) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(("attendance " + attendance).getBytes(StandardCharsets.US_ASCII)), BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
