package com.pivotino.crm.directory.internal.domain;

import com.pivotino.crm.api.directory.Team;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.CollectionTable;
import javax.persistence.Column;
import javax.persistence.ElementCollection;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;

/** People who sell together: made, renamed, led by another, joined and left. */
@Entity
@Table(name = "dir_team")
@SequenceGenerator(name = "dir_seq", sequenceName = "dir_seq", allocationSize = 50)
public class SalesTeam {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "dir_seq")
    private Long id;
    @Version
    private long version;
    private String name;
    @Column(name = "name_key")
    private String nameKey;
    @Column(name = "leader_id")
    private Long leaderId;
    private String zone;
    @Column(name = "due_days")
    private Integer dueDays;
    @Column(name = "working_days")
    private String workingDays = "";
    @ElementCollection
    @CollectionTable(name = "dir_team_member", joinColumns = @JoinColumn(name = "team_id"))
    @Column(name = "user_id")
    private Set<Long> memberIds = new TreeSet<>();

    protected SalesTeam() {
    }

    public SalesTeam(String name) {
        rename(name);
    }

    public final void rename(String newName) {
        name = TextNormalization.name("name", newName);
        nameKey = TextNormalization.key(name);
    }

    /** Is led by this user, or by nobody. */
    public void leadBy(Long userId) {
        leaderId = userId;
    }

    /** Has exactly these members. */
    public void consistOf(Collection<Long> userIds) {
        memberIds.retainAll(userIds);
        memberIds.addAll(userIds);
    }

    public void join(long userId) {
        memberIds.add(userId);
    }

    /** Judges days by these; each null or empty for what the system says (A4, A5). */
    public void judgeDaysBy(String newZone, Integer newDueDays, List<String> newWorkingDays) {
        zone = TextNormalization.zone("zone", newZone);
        dueDays = newDueDays;
        workingDays = String.join(",", Workdays.of("workingDays", newWorkingDays));
    }

    /** The members that can be edited, as texts, for the change log. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("name", name);
        facts.put("leaderId", leaderId == null ? null : String.valueOf(leaderId));
        facts.put("memberIds", String.join(",", new TreeSet<>(memberIds).stream().map(String::valueOf).toList()));
        facts.put("zone", zone);
        facts.put("dueDays", dueDays == null ? null : String.valueOf(dueDays));
        facts.put("workingDays", workingDays);
        return facts;
    }

    public Team team() {
        return team(memberIds);
    }

    /** With its members as read for many teams at once. */
    public Team team(Collection<Long> members) {
        return new Team(id == null ? 0 : id, version, name, leaderId, List.copyOf(new TreeSet<>(members)), zone, dueDays,
                workingDays.isEmpty() ? List.of() : List.of(workingDays.split(",")));
    }

    public Long id() {
        return id;
    }

    public String nameKey() {
        return nameKey;
    }
}
