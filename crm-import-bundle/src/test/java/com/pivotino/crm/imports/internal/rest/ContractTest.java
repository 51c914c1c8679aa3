package com.pivotino.crm.imports.internal.rest;

import com.pivotino.crm.testkit.contract.RoutesAgainstContract;
import org.junit.Test;

public class ContractTest {

    @Test
    public void the_fragment_describes_exactly_the_routes_of_the_bundle() {
        RoutesAgainstContract.check("imports", ImportResource.class, ExportResource.class);
    }
}
