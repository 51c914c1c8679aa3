package com.pivotino.crm.chatter.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.notification.Notification;
import com.pivotino.crm.api.notification.NotificationService;
import com.pivotino.crm.api.notification.NotificationService.AllRead;
import com.pivotino.crm.api.rest.RestResource;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /notifications}: the caller's own inbox. */
@Component(service = NotificationResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/notifications")
@Produces(MediaType.APPLICATION_JSON)
public final class NotificationResource {

    private final NotificationService notifications;

    @Activate
    public NotificationResource(@Reference NotificationService notifications) {
        this.notifications = notifications;
    }

    @GET
    public Page<Notification> list(@Context Actor actor, @Context ListQuery query) {
        return notifications.list(actor, query);
    }

    @POST
    @Path("/{id: \\d+}/read")
    public Notification read(@Context Actor actor, @PathParam("id") long id) {
        return notifications.read(actor, id);
    }

    @POST
    @Path("/read-all")
    public AllRead readAll(@Context Actor actor) {
        return notifications.readAll(actor);
    }
}
