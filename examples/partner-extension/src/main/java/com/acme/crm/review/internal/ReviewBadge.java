package com.acme.crm.review.internal;

import com.pivotino.crm.api.ui.spi.UiElement;
import com.pivotino.crm.api.ui.spi.UiExtension;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Shows how long a card has been in review; serves the script of the badge as well. */
@Component(service = {UiExtension.class, ReviewBadge.class}, property = {
    "osgi.http.whiteboard.resource.pattern=/extensions/acme-review/*", "osgi.http.whiteboard.resource.prefix=/ui"})
public final class ReviewBadge implements UiExtension {

    @Override
    public List<UiElement> elements() {
        return List.of(new UiElement("card-badge", "acme-review-badge", "/extensions/acme-review/badge.js", "Review"));
    }
}
