package com.pivotino.crm.chatter.internal.domain;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.chatter.FollowerTemplate;
import com.pivotino.crm.api.chatter.Subtype;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;

/** What people of a role hear of when they are made followers. Exists while an administrator's choice holds. */
@Entity
@Table(name = "ch_follower_template")
public class RoleTemplate {

    /** People outside. */
    public static final String EXTERNAL = "external";
    /** All roles, in order. */
    public static final List<String> ROLES = Stream.concat(Arrays.stream(Role.values()).map(role -> role.name().toLowerCase(Locale.ROOT)),
            Stream.of(EXTERNAL)).toList();

    @Id
    @Column(name = "role")
    private String role;
    @Version
    private long version;
    private String subtypes = "";

    protected RoleTemplate() {
    }

    public RoleTemplate(String role) {
        this.role = role;
    }

    /** The template that is meant for somebody: that of the weightiest of their roles. */
    public static Optional<String> roleOf(Set<Role> roles) {
        return roles.stream().max(Role::compareTo).map(role -> role.name().toLowerCase(Locale.ROOT));
    }

    /**
     * Chooses what to hear of.
     *
     * @throws CrmException {@code validation_failed} on {@code subtypes}
     */
    public void choose(Collection<String> keys) {
        Following.requireChoosable(keys, !EXTERNAL.equals(role));
        subtypes = String.join(",", new TreeSet<>(keys));
    }

    public String role() {
        return role;
    }

    public FollowerTemplate toRecord() {
        return new FollowerTemplate(role, subtypes.isEmpty() ? List.of() : List.of(subtypes.split(",")), true);
    }

    /** What a role hears of without any choice (SEMANTICS W2). */
    public static FollowerTemplate usual(String role) {
        return new FollowerTemplate(role, Arrays.stream(Subtype.values()).filter(subtype -> subtype.byDefault(!EXTERNAL.equals(role)))
                .map(Subtype::key).sorted().toList(), false);
    }
}
