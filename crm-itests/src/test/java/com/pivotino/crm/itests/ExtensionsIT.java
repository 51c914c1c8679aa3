package com.pivotino.crm.itests;

import org.junit.ClassRule;
import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** All tests of extensions in one running product; each of them runs alone too. */
@RunWith(Suite.class)
@Suite.SuiteClasses({PartnerExampleIT.class, PluginUninstallKeepsDataIT.class, TwoProvidersRankingIT.class, ThrowingGuardIT.class,
    HangingChannelIT.class, MisbehavingPluginsIT.class, HotSwapUnderLoadIT.class, UpdatesLeaveNothingIT.class})
public class ExtensionsIT {

    @ClassRule
    public static final SharedCrm CRM = new SharedCrm();
}
