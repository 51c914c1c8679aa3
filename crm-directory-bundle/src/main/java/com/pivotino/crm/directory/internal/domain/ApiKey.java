package com.pivotino.crm.directory.internal.domain;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

/** A key by which a program acts as its user, until it is revoked. Only a hash of the secret is kept. */
@Entity
@Table(name = "dir_api_key")
@SequenceGenerator(name = "dir_seq", sequenceName = "dir_seq", allocationSize = 50)
public class ApiKey {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "dir_seq")
    private Long id;
    @Column(name = "user_id")
    private long userId;
    private String name;
    @Column(name = "secret_hash")
    private String secretHash;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "used_at")
    private Instant usedAt;

    protected ApiKey() {
    }

    public ApiKey(long userId, String name, String secretHash, Instant now) {
        this.userId = userId;
        this.name = TextNormalization.name("name", TextNormalization.line("name", name, 100));
        this.secretHash = secretHash;
        createdAt = now;
    }

    public long id() {
        return id;
    }

    public long userId() {
        return userId;
    }

    public String name() {
        return name;
    }

    public String secretHash() {
        return secretHash;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant usedAt() {
        return usedAt;
    }
}
