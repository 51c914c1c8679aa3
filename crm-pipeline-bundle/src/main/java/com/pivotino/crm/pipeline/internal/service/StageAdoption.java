package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.pipeline.spi.StageDefinition;
import com.pivotino.crm.pipeline.internal.domain.StageDefinitionEntity;
import com.pivotino.crm.pipeline.internal.domain.StageDefinitionKey;
import com.pivotino.crm.pipeline.internal.domain.StageEntity;
import com.pivotino.crm.pipeline.internal.domain.StageLadder;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes and changes stages as their providers define them, inside one transaction; what a manager did stays. */
final class StageAdoption {
    private static final Logger LOG = LoggerFactory.getLogger(StageAdoption.class);

    private final PipelineStores db;
    private final Map<StageDefinitionKey, StageDefinitionEntity> remembered;

    StageAdoption(PipelineStores db) {
        this.db = db;
        this.remembered = db.stages().definitions().stream()
                .collect(Collectors.toMap(StageDefinitionEntity::place, Function.identity()));
    }

    /** @return ids of the stages that no provider brings any more */
    Set<Long> adopt(Map<StageDefinitionKey, StageDefinition> brought) {
        Set<Long> unavailable = new HashSet<>();
        remembered.forEach((place, definition) -> {
            if (!brought.containsKey(place) && definition.stageId() != null) {
                unavailable.add(definition.stageId());
            }
        });
        brought.forEach((place, definition) -> {
            try {
                adopt(place, definition);
            } catch (CrmException refusal) {
                LOG.warn("The stage {} is left out: {}", place.key(), refusal.getMessage());
            }
        });
        return Set.copyOf(unavailable);
    }

    private void adopt(StageDefinitionKey place, StageDefinition definition) {
        StageDefinitionEntity known = remembered.get(place);
        if (known == null) {
            add(place, definition);
        } else if (known.stageId() != null) {
            db.stages().find(known.stageId()).ifPresent(stage -> follow(known, stage, definition));
        }
    }

    private void add(StageDefinitionKey place, StageDefinition definition) {
        if (!String.valueOf(place.key()).matches("[a-z0-9][a-z0-9._-]{0,79}")) {
            throw CrmException.invalid("key", "invalid", "A key has lower case letters, digits, '.', '_', '-', at most 80.");
        }
        Stage stage = StageRules.checked(new Stage(0, 0, definition.name(), definition.kind(), definition.sequence(),
                definition.probability(), place.teamId() == 0 ? null : place.teamId(), definition.folded(),
                definition.color(), true, place.key(), true));
        requireSoundWith(stage);
        StageEntity entity = new StageEntity(stage);
        db.stages().add(entity);
        db.stages().add(new StageDefinitionEntity(place, entity.toRecord().id(), definition));
    }

    private void follow(StageDefinitionEntity known, StageEntity entity, StageDefinition definition) {
        Stage before = entity.toRecord();
        Stage after = StageRules.checked(known.follow(before, definition));
        if (!after.equals(before)) {
            if (!StageLadder.outcome(after).equals(StageLadder.outcome(before)) && db.stages().cards(before.id()) > 0) {
                throw CrmException.invalid("kind", "in_use", "Cards stand in it, and their outcome would change.");
            }
            requireSoundWith(after);
            entity.reshape(after);
        }
        known.remember(definition);
        db.flush();
    }

    private void requireSoundWith(Stage stage) {
        List<Stage> others = db.stages().all().stream().filter(s -> s.id() != stage.id()).toList();
        new StageLadder(Stream.concat(others.stream(), Stream.of(stage)).toList()).requireSound();
    }
}
