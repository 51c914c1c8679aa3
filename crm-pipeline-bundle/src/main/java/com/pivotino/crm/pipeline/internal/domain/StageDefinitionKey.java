package com.pivotino.crm.pipeline.internal.domain;

import com.pivotino.crm.support.CompositeKey;
import java.util.Arrays;
import java.util.List;


/** Names a provided stage: the provider's key and the team, 0 for all teams. */
public class StageDefinitionKey extends CompositeKey {
    private static final long serialVersionUID = 1;
    private String key;
    private long teamId;

    public StageDefinitionKey() {
    }

    public StageDefinitionKey(String key, long teamId) {
        this.key = key;
        this.teamId = teamId;
    }

    public String key() {
        return key;
    }

    public long teamId() {
        return teamId;
    }

    @Override
    protected List<?> parts() {
        return Arrays.asList(key, teamId);
    }
}
