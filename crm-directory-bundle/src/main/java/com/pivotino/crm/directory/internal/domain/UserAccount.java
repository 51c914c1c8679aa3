package com.pivotino.crm.directory.internal.domain;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.directory.NotificationPreferences;
import com.pivotino.crm.api.directory.User;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;

/**
 * A person who signs in. Made by an administrator, edited, deactivated and perhaps activated again, never deleted: the
 * log goes on naming them. Every change of the password or of being active is a new credential version, by which every
 * node knows that what it remembers of the old credentials is void.
 */
@Entity
@Table(name = "dir_user")
@SequenceGenerator(name = "dir_seq", sequenceName = "dir_seq", allocationSize = 50)
public class UserAccount {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "dir_seq")
    private Long id;
    @Version
    private long version;
    private String login;
    @Column(name = "login_key")
    private String loginKey;
    private String name;
    @Column(name = "name_key")
    private String nameKey;
    private String email;
    @Column(name = "email_key")
    private String emailKey;
    private String zone;
    private String locale;
    @Column(name = "is_salesperson")
    private boolean salesperson;
    @Column(name = "is_manager")
    private boolean manager;
    @Column(name = "is_admin")
    private boolean admin;
    private boolean active = true;
    @Column(name = "password_hash")
    private String passwordHash;
    @Column(name = "credential_version")
    private long credentialVersion = 1;
    @Column(name = "notify_default")
    private String notifyDefault;
    @Column(name = "notify_subtypes")
    private String notifySubtypes;
    @Column(name = "notify_digest")
    private String notifyDigest;
    @Column(name = "quiet_from")
    private String quietFrom;
    @Column(name = "quiet_until")
    private String quietUntil;
    @Column(name = "created_at")
    private Instant createdAt;

    protected UserAccount() {
    }

    public UserAccount(Profile profile, Instant now) {
        createdAt = now;
        edit(profile);
        prefer(NotificationPreferences.UNCHOSEN);
    }

    /** Takes another profile; refused if a member of it is not acceptable. */
    public final void edit(Profile profile) {
        login = TextNormalization.login(profile.login());
        loginKey = TextNormalization.key(login);
        name = TextNormalization.name("name", profile.name());
        nameKey = TextNormalization.key(name);
        email = TextNormalization.email(profile.email());
        emailKey = TextNormalization.key(email);
        zone = TextNormalization.zone("zone", profile.zone());
        locale = TextNormalization.locale(profile.locale());
        if (profile.roles().isEmpty()) {
            throw CrmException.invalid("roles", "required", "A user has at least one role.");
        }
        salesperson = profile.roles().contains(Role.SALESPERSON);
        manager = profile.roles().contains(Role.MANAGER);
        admin = profile.roles().contains(Role.ADMIN);
    }

    /** Chooses how to hear of things. */
    public final void prefer(NotificationPreferences chosen) {
        notifyDefault = chosen.byDefault();
        StringBuilder subtypes = new StringBuilder();
        new TreeMap<>(chosen.bySubtype()).forEach(
                (subtype, channels) -> subtypes.append(subtype).append('=').append(channels).append(';'));
        notifySubtypes = subtypes.toString();
        notifyDigest = chosen.digest();
        quietFrom = chosen.quietFrom();
        quietUntil = chosen.quietUntil();
    }

    /** Takes a new password, already hashed; what was known of the old one is void. */
    public void takePassword(String hash) {
        passwordHash = hash;
        credentialVersion++;
    }

    /** Can sign in no more. */
    public void deactivate() {
        active = false;
        credentialVersion++;
    }

    /** Can sign in again, with the password of before. */
    public void activate() {
        active = true;
        credentialVersion++;
    }

    public Profile profile() {
        return new Profile(login, name, email, zone, locale, roles());
    }

    public Set<Role> roles() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (salesperson) {
            roles.add(Role.SALESPERSON);
        }
        if (manager) {
            roles.add(Role.MANAGER);
        }
        if (admin) {
            roles.add(Role.ADMIN);
        }
        return roles;
    }

    public NotificationPreferences preferences() {
        Map<String, String> subtypes = new LinkedHashMap<>();
        for (String entry : notifySubtypes.split(";")) {
            if (!entry.isEmpty()) {
                subtypes.put(entry.substring(0, entry.indexOf('=')), entry.substring(entry.indexOf('=') + 1));
            }
        }
        return new NotificationPreferences(notifyDefault, subtypes, notifyDigest, quietFrom, quietUntil);
    }

    /** The members that can be edited, as texts, for the change log; never the password. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("login", login);
        facts.put("name", name);
        facts.put("email", email);
        facts.put("zone", zone);
        facts.put("locale", locale);
        facts.put("roles", String.join(",", roles().stream().map(Profile::key).toList()));
        facts.put("active", String.valueOf(active));
        facts.put("notifications", String.join(" ", notifyDefault, notifySubtypes, notifyDigest,
                String.valueOf(quietFrom), String.valueOf(quietUntil)));
        return facts;
    }

    public User user() {
        return new User(id, version, login, name, email, zone, locale, roles(), active);
    }

    public long id() {
        return id;
    }

    public long version() {
        return version;
    }

    public boolean isActive() {
        return active;
    }

    public boolean isAdmin() {
        return admin;
    }

    public String login() {
        return login;
    }

    public String loginKey() {
        return loginKey;
    }

    public String nameKey() {
        return nameKey;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public long credentialVersion() {
        return credentialVersion;
    }
}
