package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.activity.ActivityService;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What is outside of this bundle: who keeps activities, while they are there, and where people reach the product. */
@Component(service = CalendarExtensions.class, configurationPid = "com.pivotino.crm.calendar")
@Designate(ocd = CalendarExtensions.Config.class)
public final class CalendarExtensions {

    /** What the operator sets. */
    @ObjectClassDefinition(name = "Calendar", description = "Invitations by mail")
    public @interface Config {

        @AttributeDefinition(description = "where people reach the product, for links in mails")
        String baseUrl() default "http://localhost:8181";
    }

    private final String baseUrl;
    private volatile ActivityService activities;

    @Activate
    public CalendarExtensions(Config config) {
        this.baseUrl = config.baseUrl().replaceAll("/+$", "");
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addActivities(ActivityService service) {
        activities = service;
    }

    public void removeActivities(ActivityService service) {
        if (activities == service) {
            activities = null;
        }
    }

    /** Who keeps activities, while they are there. */
    Optional<ActivityService> activities() {
        return Optional.ofNullable(activities);
    }

    /** Where people reach a page of the product. */
    String link(String path) {
        return baseUrl + path;
    }
}
