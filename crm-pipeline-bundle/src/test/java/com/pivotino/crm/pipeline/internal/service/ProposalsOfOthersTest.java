package com.pivotino.crm.pipeline.internal.service;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.pipeline.LostRequest;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.ReasonAdoption;
import java.util.List;
import org.junit.Test;

/** Proposals of lost reasons show and change nothing of other teams. */
public class ProposalsOfOthersTest extends OnWorld {

    @Test
    public void proposals_of_other_teams_are_neither_shown_nor_adopted() {
        Opportunity theirs = world.make(World.of("South", World.QUALIFIED, 2L, 2L, null));
        world.opportunities.lose(Call.of(world.bob), theirs.id(), new LostRequest(World.NO_BUDGET, "Secret reason", null, null));
        assertEquals(List.of(), world.reasons.proposals(world.mia, World.query(50)).items());
        assertEquals("not_found", assertThrows(CrmException.class, () -> world.reasons.adopt(Call.of(world.mia),
                new ReasonAdoption("Secret reason", null, null))).code());
        assertEquals("Secret reason", world.get(theirs.id()).proposedReason());
    }
}
