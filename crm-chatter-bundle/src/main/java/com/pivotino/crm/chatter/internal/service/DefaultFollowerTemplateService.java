package com.pivotino.crm.chatter.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.chatter.FollowerTemplate;
import com.pivotino.crm.api.chatter.FollowerTemplateService;
import com.pivotino.crm.chatter.internal.domain.RoleTemplate;
import com.pivotino.crm.chatter.internal.store.ChatterCore;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Templates of subscriptions: the transaction's border and permission. */
@Component(service = FollowerTemplateService.class)
public final class DefaultFollowerTemplateService implements FollowerTemplateService {

    private final ChatterCore core;

    @Activate
    public DefaultFollowerTemplateService(@Reference ChatterCore core) {
        this.core = core;
    }

    @Override
    public List<FollowerTemplate> list(Actor actor) {
        return core.read(em -> {
            RoleTemplates templates = new RoleTemplates(em);
            return RoleTemplate.ROLES.stream().map(templates::of).toList();
        });
    }

    @Override
    public FollowerTemplate choose(Actor actor, String role, List<String> subtypes) {
        require(actor, role);
        if (subtypes == null) {
            throw CrmException.invalid("subtypes", "required", "Say what they hear of; an empty list is nothing.");
        }
        return core.act(actor, Set.of(), (em, tx) -> new RoleTemplates(em).choose(role, subtypes));
    }

    @Override
    public void reset(Actor actor, String role) {
        require(actor, role);
        core.act(actor, Set.of(), (em, tx) -> {
            new RoleTemplates(em).reset(role);
            return null;
        });
    }

    private static void require(Actor actor, String role) {
        actor.requireAdmin();
        if (!RoleTemplate.ROLES.contains(role)) {
            throw CrmException.notFound("The role");
        }
    }
}
