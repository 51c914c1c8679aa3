package com.acme.crm.review.internal;

import com.pivotino.crm.api.FieldProblem;
import com.pivotino.crm.api.pipeline.spi.StageGuard;
import com.pivotino.crm.api.pipeline.spi.StageMove;
import com.pivotino.crm.api.pipeline.spi.StageVerdict;
import org.osgi.service.component.annotations.Component;

/** Lets an opportunity enter the review only when its expected revenue is known. */
@Component(property = {StageGuard.NAME + "=legal-review", StageGuard.STAGE + "=" + ReviewStage.KEY})
public final class RevenueGuard implements StageGuard {

    @Override
    public StageVerdict check(StageMove move) {
        return move.opportunity().expectedRevenue() != null ? StageVerdict.allow()
                : StageVerdict.deny("revenue_missing", "Enter the expected revenue first; the lawyers ask for it.",
                        new FieldProblem("expectedRevenue", "required", "Enter the expected revenue."));
    }
}
