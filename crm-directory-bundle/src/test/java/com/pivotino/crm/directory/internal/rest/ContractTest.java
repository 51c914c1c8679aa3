package com.pivotino.crm.directory.internal.rest;

import com.pivotino.crm.testkit.contract.RoutesAgainstContract;
import org.junit.Test;

public class ContractTest {

    @Test
    public void routes_and_contract_describe_each_other() {
        RoutesAgainstContract.check("directory", UserResource.class, ContactResource.class, TeamResource.class,
                MeResource.class, SessionResource.class, ApiKeyResource.class, OnboardingResource.class, SettingsResource.class,
                PasswordResetResource.class);
    }
}
