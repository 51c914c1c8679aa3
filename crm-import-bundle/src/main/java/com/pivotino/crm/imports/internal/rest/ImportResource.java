package com.pivotino.crm.imports.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.rest.IfMatch;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.api.rest.RawBody;
import com.pivotino.crm.api.rest.RestResource;
import com.pivotino.crm.imports.internal.csv.Encoding;
import com.pivotino.crm.imports.internal.service.ImportOperations;
import com.pivotino.crm.imports.internal.service.ImportSummary;
import com.pivotino.crm.imports.internal.service.ImportView;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /imports}. */
@Component(service = ImportResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/imports")
@Produces(MediaType.APPLICATION_JSON)
public final class ImportResource {

    private static final String CSV = "text/csv";

    private final ImportOperations imports;

    @Activate
    public ImportResource(@Reference ImportOperations imports) {
        this.imports = imports;
    }

    /**
     * What a run is asked for with.
     *
     * @param dryRun  null for false
     * @param partial null for false
     */
    public record RunRequest(Boolean dryRun, Boolean partial) {
    }

    @POST
    @Consumes(CSV)
    @RawBody(maxBytes = 50L << 20)
    public Response upload(@Context Actor actor, @QueryParam("kind") String kind, @QueryParam("fileName") String fileName,
            @QueryParam("encoding") String encoding, @Context HttpHeaders headers, InputStream body) {
        Charset chosen = Encoding.named("encoding", encoding);
        ImportView made = imports.upload(actor, kind, fileName, chosen != null ? chosen : charset(headers), body);
        return Response.created(URI.create("imports/" + made.id())).entity(made).build();
    }

    /** As the content type says, or null. */
    private static Charset charset(HttpHeaders headers) {
        MediaType type = headers.getMediaType();
        return type == null ? null : Encoding.named("Content-Type", type.getParameters().get(MediaType.CHARSET_PARAMETER));
    }

    @GET
    public Page<ImportSummary> list(@Context Actor actor, @Context ListQuery query) {
        return imports.list(actor, query);
    }

    @GET
    @Path("/{id}")
    public ImportView get(@Context Actor actor, @PathParam("id") long id) {
        return imports.get(actor, id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public ImportView edit(@Context Actor actor, @PathParam("id") long id, MergePatch patch,
            @Context IfMatch ifMatch) {
        return imports.edit(actor, id, patch, ifMatch.version());
    }

    @POST
    @Path("/{id}/runs")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response run(@Context Actor actor, @PathParam("id") long id, RunRequest request) {
        ImportView.RunView run = imports.start(actor, id, request != null && Boolean.TRUE.equals(request.dryRun()),
                request != null && Boolean.TRUE.equals(request.partial()));
        return Response.accepted(run).location(URI.create("imports/" + id + "/runs/" + run.id())).build();
    }

    /** @param run null for the last one that wrote something */
    public record UndoRequest(Long run) {
    }

    @POST
    @Path("/{id}/undo")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response undo(@Context Actor actor, @PathParam("id") long id, UndoRequest request) {
        ImportView.RunView run = imports.undo(actor, id, request == null ? null : request.run());
        return Response.accepted(run).location(URI.create("imports/" + id + "/runs/" + run.id())).build();
    }

    @GET
    @Path("/{id}/runs/{runId}")
    public ImportView.RunView run(@Context Actor actor, @PathParam("id") long id, @PathParam("runId") long runId) {
        return imports.run(actor, id, runId);
    }

    @GET
    @Path("/{id}/report")
    @Produces({MediaType.APPLICATION_JSON, CSV})
    public Response report(@Context Actor actor, @PathParam("id") long id, @Context ListQuery query,
            @Context HttpHeaders headers) {
        String format = query.filter("format");
        boolean csv = format == null ? MediaType.valueOf(CSV).equals(headers.getAcceptableMediaTypes().get(0)) : format.equals("csv");
        return csv ? csv(imports.reportCsv(actor, id, query), id) : Response.ok(imports.report(actor, id, query)).build();
    }

    private static Response csv(ImportOperations.CsvReport report, long id) {
        StreamingOutput body = out -> report.write(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        return Response.ok(body, CSV + ";charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-" + id + "-report.csv\"").build();
    }
}
