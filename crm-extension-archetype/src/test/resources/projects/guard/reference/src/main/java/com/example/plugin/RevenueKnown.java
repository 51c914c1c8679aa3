package com.example.plugin;

import com.pivotino.crm.api.FieldProblem;
import com.pivotino.crm.api.pipeline.spi.StageGuard;
import com.pivotino.crm.api.pipeline.spi.StageMove;
import com.pivotino.crm.api.pipeline.spi.StageVerdict;
import org.osgi.service.component.annotations.Component;

/** Lets a card enter Proposition only when its expected revenue is known. */
@Component(property = {StageGuard.NAME + "=revenue-known", StageGuard.STAGE + "=proposition"})
public final class RevenueKnown implements StageGuard {

    @Override
    public StageVerdict check(StageMove move) {
        return move.opportunity().expectedRevenue() != null ? StageVerdict.allow()
                : StageVerdict.deny("revenue_missing", "Enter the expected revenue first.",
                        new FieldProblem("expectedRevenue", "required", "Enter the expected revenue."));
    }
}
