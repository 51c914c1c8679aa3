package com.pivotino.crm.rest.internal.openapi;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.rest.Anonymous;
import com.pivotino.crm.api.rest.RestResource;
import java.io.InputStream;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Component;

/** {@code /docs}: the contract rendered by Swagger UI, from this bundle alone and without a script in the page. */
@Component(service = DocsResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/docs")
public final class DocsResource {

    private static final String PAGE = "index.html";
    private static final Map<String, String> TYPES = Map.of(PAGE, "text/html; charset=utf-8",
            "docs.css", "text/css; charset=utf-8", "docs.js", "text/javascript; charset=utf-8",
            "swagger-ui.css", "text/css; charset=utf-8", "swagger-ui-bundle.js", "text/javascript; charset=utf-8");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @GET
    @Anonymous
    public Response page() {
        return file(PAGE);
    }

    @GET
    @Path("/{file}")
    @Anonymous
    public Response file(@PathParam("file") String file) {
        String type = TYPES.get(file);
        InputStream content = type == null ? null : DocsResource.class.getResourceAsStream("/docs/" + file);
        if (content == null) {
            throw CrmException.notFound("The file");
        }
        return Response.ok(content, type).header("Content-Security-Policy", POLICY)
                .header(HttpHeaders.CACHE_CONTROL, file.equals(PAGE) ? "no-cache" : "max-age=3600").build();
    }
}
