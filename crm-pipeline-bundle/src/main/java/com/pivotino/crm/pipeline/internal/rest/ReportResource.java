package com.pivotino.crm.pipeline.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.pipeline.MissedSales;
import com.pivotino.crm.api.pipeline.PipelineReport;
import com.pivotino.crm.api.pipeline.ReportService;
import com.pivotino.crm.api.rest.RestResource;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /reports} (REST "Pipeline"). */
@Component(service = ReportResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/reports")
@Produces(MediaType.APPLICATION_JSON)
public final class ReportResource {
    private final ReportService reports;

    @Activate
    public ReportResource(@Reference ReportService reports) {
        this.reports = reports;
    }

    @GET
    @Path("/missed-sales")
    public MissedSales missedSales(@Context Actor actor, @Context ListQuery query) {
        return reports.missedSales(actor, query);
    }

    @GET
    @Path("/pipeline")
    public PipelineReport pipeline(@Context Actor actor, @Context ListQuery query) {
        return reports.pipeline(actor, query);
    }
}
