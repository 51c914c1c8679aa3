package com.pivotino.crm.chatter.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.chatter.FollowerTemplate;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.chatter.internal.domain.RoleTemplate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;

/** Templates in the database; joins the running transaction. */
final class RoleTemplates {

    private final EntityManager em;

    RoleTemplates(EntityManager em) {
        this.em = em;
    }

    /** The role's template, or the product's defaults. */
    FollowerTemplate of(String role) {
        RoleTemplate chosen = em.find(RoleTemplate.class, role);
        return chosen == null ? RoleTemplate.usual(role) : chosen.toRecord();
    }

    /** What was chosen for the role of a person; empty where the product's defaults hold. */
    Optional<List<String>> chosenFor(PersonRef person, Directory directory) {
        Optional<String> role = person.isUser() ? RoleTemplate.roleOf(directory.user(person.id()).map(User::roles).orElse(Set.of()))
                : Optional.of(RoleTemplate.EXTERNAL);
        return role.map(this::of).filter(FollowerTemplate::chosen).map(FollowerTemplate::subtypes);
    }

    /** The template to copy from; an unknown role is refused by the name of its member. */
    List<String> copy(String role) {
        if (!RoleTemplate.ROLES.contains(role)) {
            throw CrmException.invalid("copyFrom", "invalid", "One of " + String.join(", ", RoleTemplate.ROLES) + ".");
        }
        return of(role).subtypes();
    }

    FollowerTemplate choose(String role, List<String> subtypes) {
        RoleTemplate template = Optional.ofNullable(em.find(RoleTemplate.class, role)).orElseGet(() -> new RoleTemplate(role));
        template.choose(subtypes);
        em.persist(template);
        em.flush();
        return template.toRecord();
    }

    void reset(String role) {
        Optional.ofNullable(em.find(RoleTemplate.class, role)).ifPresent(em::remove);
    }
}
