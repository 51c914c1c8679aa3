package com.acme.crm.review.internal;

import com.pivotino.crm.api.ui.spi.UiExtension;
import com.pivotino.crm.testkit.UiExtensionContract;

public class ReviewBadgeTest extends UiExtensionContract {

    @Override
    protected UiExtension extension() {
        return new ReviewBadge();
    }

    @Override
    protected String resource(String module) {
        return "/ui" + module.substring(module.lastIndexOf('/'));
    }
}
