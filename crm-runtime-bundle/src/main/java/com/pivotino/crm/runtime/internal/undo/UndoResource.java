package com.pivotino.crm.runtime.internal.undo;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.event.UndoService;
import com.pivotino.crm.api.event.UndoneAct;
import com.pivotino.crm.api.rest.RestResource;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /undo}: takes an act and all its effects back (SEMANTICS P19). */
@Component(service = UndoResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/undo")
@Produces(MediaType.APPLICATION_JSON)
public final class UndoResource {

    private final UndoService undos;

    @Activate
    public UndoResource(@Reference UndoService undos) {
        this.undos = undos;
    }

    @POST
    @Path("/{token}")
    public Answer<UndoneAct> undo(@Context Actor actor, @PathParam("token") String token) {
        return undos.undo(actor, token);
    }
}
