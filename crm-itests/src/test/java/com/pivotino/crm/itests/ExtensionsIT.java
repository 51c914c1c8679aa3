package com.pivotino.crm.itests;

import com.pivotino.crm.itests.extensions.HangingChannelIT;
import com.pivotino.crm.itests.extensions.HotSwapUnderLoadIT;
import com.pivotino.crm.itests.extensions.MisbehavingPluginsIT;
import com.pivotino.crm.itests.extensions.PartnerExampleIT;
import com.pivotino.crm.itests.extensions.PluginUninstallKeepsDataIT;
import com.pivotino.crm.itests.extensions.SharedCrm;
import com.pivotino.crm.itests.extensions.ThrowingGuardIT;
import com.pivotino.crm.itests.extensions.TwoProvidersRankingIT;
import com.pivotino.crm.itests.extensions.UpdatesLeaveNothingIT;
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
