package com.pivotino.crm.imports.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.DirectoryAdmin;
import com.pivotino.crm.api.pipeline.OpportunityService;
import com.pivotino.crm.api.rest.RestResource;
import com.pivotino.crm.imports.internal.service.OpportunityExport;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /exports}: files that go back in by an import. */
@Component(service = ExportResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/exports")
public final class ExportResource {
    private static final String CSV = "text/csv";
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private final OpportunityExport export;

    @Activate
    public ExportResource(@Reference OpportunityService opportunities, @Reference Directory directory,
            @Reference DirectoryAdmin admin) {
        this.export = new OpportunityExport(opportunities, directory, admin);
    }

    @GET
    @Path("/opportunities.csv")
    @Produces(CSV)
    public Response opportunities(@Context Actor actor, @Context ListQuery query) {
        Map<String, List<String>> filters = new HashMap<>(query.filters());
        boolean marked = List.of("true").equals(filters.remove("bom"));
        OpportunityExport.Csv csv = export.of(actor, new ListQuery(query.limit(), null, null, false, filters));
        StreamingOutput body = out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write(marked ? String.valueOf(BYTE_ORDER_MARK) : "");
            csv.write(writer);
            writer.flush();
        };
        return Response.ok(body, CSV + ";charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"opportunities.csv\"").build();
    }
}
