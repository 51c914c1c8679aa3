package com.pivotino.crm.pipeline.internal.standard;

import com.pivotino.crm.api.pipeline.spi.StageDefinition;
import com.pivotino.crm.api.pipeline.spi.StageProvider;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The product's own stages (SEMANTICS P2). Any partner's definition of one of these keys wins. */
@Component(property = "service.ranking:Integer=-100")
public final class StandardStages implements StageProvider {

    @Override
    public List<StageDefinition> stages() {
        return List.of(new StageDefinition("new", "New", "new", 10, 10, false, "#64748b"),
                new StageDefinition("first_activity", "First Activity", "first_activity", 20, 20, false, "#0284c7"),
                new StageDefinition("qualified", "Qualified", "normal", 30, 40, false, "#7c3aed"),
                new StageDefinition("proposition", "Proposition", "normal", 40, 70, false, "#d97706"),
                new StageDefinition("won", "Won", "won", 50, 100, false, "#15803d"),
                new StageDefinition("lost", "Lost", "lost", 60, 0, true, "#b91c1c"));
    }
}
