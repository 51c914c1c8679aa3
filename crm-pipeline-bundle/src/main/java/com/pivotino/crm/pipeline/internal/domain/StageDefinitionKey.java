package com.pivotino.crm.pipeline.internal.domain;

import java.io.Serializable;
import java.util.Objects;

/** Names a provided stage: the provider's key and the team, 0 for all teams. */
public class StageDefinitionKey implements Serializable {
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
    public boolean equals(Object other) {
        return other instanceof StageDefinitionKey that && that.key.equals(key) && that.teamId == teamId;
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, teamId);
    }
}
