package com.pivotino.crm.itests.browser;

import org.junit.ClassRule;
import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** What a person does in the browser, in real Chromium against one running product. */
@RunWith(Suite.class)
@Suite.SuiteClasses({FirstDay.class, SignIn.class, FirstLoad.class, QuickCreate.class, MovingCards.class, LosingCards.class,
        NextSteps.class, WithoutMouse.class,
    FindingCards.class, Searching.class, LongColumns.class, OpportunityForm.class, RefusedInput.class, TakingBack.class, LiveUpdates.class,
    ListAndBulk.class, Drafts.class,
    OnThePhone.class,
    PartsAway.class,
    SettingsPages.class, StageSettings.class, ReasonSettings.class, WorkSettings.class, Contacts.class, Reports.class, Importing.class,
    Scheduling.class, Finishing.class, Attaching.class, Composing.class, Mentioning.class, Following.class,
    SharedPage.class, PartnerElements.class, HostileText.class, Meetings.class, MeetingReminders.class, Plans.class, ActivitiesMenu.class,
    Accessibility.class})
public class BrowserIT {

    @ClassRule
    public static final BrowserWorld WORLD = new BrowserWorld();
}
