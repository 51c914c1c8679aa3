package com.pivotino.crm.rest.internal.openapi;

import com.pivotino.crm.api.rest.Anonymous;
import com.pivotino.crm.api.rest.RestResource;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /openapi.json}: the contract of the bundles that are there now. */
@Component(service = OpenApiResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public final class OpenApiResource {

    private static final Logger LOG = LoggerFactory.getLogger(OpenApiResource.class);

    private final Fragments fragments;
    private volatile Merged merged;

    private record Merged(String version, Map<String, Object> document) {
    }

    @Activate
    public OpenApiResource(BundleContext context) {
        this(new BundleFragments(context));
    }

    OpenApiResource(Fragments fragments) {
        this.fragments = fragments;
    }

    @GET
    @Anonymous
    public Map<String, Object> document() {
        String version = fragments.version();
        Merged last = merged;
        if (last == null || !last.version().equals(version)) {
            Contract contract = new Contract((module, wrong) -> LOG.warn("openapi/{}.yaml {}", module, wrong));
            fragments.all().forEach(contract::add);
            last = new Merged(version, contract.document());
            merged = last;
        }
        return last.document();
    }
}
