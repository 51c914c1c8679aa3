package com.pivotino.crm.chatter;

import com.pivotino.crm.chatter.internal.rest.AttachmentResource;
import com.pivotino.crm.chatter.internal.rest.FeedResource;
import com.pivotino.crm.chatter.internal.rest.FollowerResource;
import com.pivotino.crm.chatter.internal.rest.FollowerTemplateResource;
import com.pivotino.crm.chatter.internal.rest.MailQuarantineResource;
import com.pivotino.crm.chatter.internal.rest.MessageResource;
import com.pivotino.crm.chatter.internal.rest.NotificationResource;
import com.pivotino.crm.chatter.internal.rest.RecordMessageResource;
import com.pivotino.crm.chatter.internal.rest.SharedResource;
import com.pivotino.crm.chatter.internal.rest.SubtypeResource;
import com.pivotino.crm.testkit.contract.RoutesAgainstContract;
import org.junit.Test;

public class ContractTest {

    @Test
    public void the_fragment_describes_exactly_the_routes_of_the_bundle() {
        RoutesAgainstContract.check("chatter", FeedResource.class, FollowerResource.class, FollowerTemplateResource.class,
                SubtypeResource.class,
                NotificationResource.class, AttachmentResource.class, RecordMessageResource.class, MessageResource.class,
                SharedResource.class, MailQuarantineResource.class);
    }
}
