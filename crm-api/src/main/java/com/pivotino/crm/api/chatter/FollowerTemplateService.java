package com.pivotino.crm.api.chatter;

import com.pivotino.crm.api.Actor;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Templates of subscriptions, one for each role. Everybody may read them; administrators choose them. */
@ProviderType
public interface FollowerTemplateService {

    /** All of them, in the order of the roles. */
    List<FollowerTemplate> list(Actor actor);

    /**
     * Chooses what a role hears of. Who follows already stays as they are. An unknown role is {@code not_found}; internal
     * subtypes for people outside are refused (SEMANTICS W3).
     */
    FollowerTemplate choose(Actor actor, String role, List<String> subtypes);

    /** The product's own defaults hold again for a role (SEMANTICS W2). */
    void reset(Actor actor, String role);
}
