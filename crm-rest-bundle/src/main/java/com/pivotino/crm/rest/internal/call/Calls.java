package com.pivotino.crm.rest.internal.call;

import com.pivotino.crm.rest.internal.http.Problems;
import com.pivotino.crm.rest.internal.json.Json;
import java.util.List;
import org.apache.cxf.service.invoker.Invoker;

/** What every resource's server is given: how a body is read, who calls, how the method runs, what an error looks like. */
public final class Calls {

    private final List<Object> providers;
    private final Invoker invoker;

    public Calls(Json json, Problems problems, Services services) {
        ProblemMapper problemMapper = new ProblemMapper(problems);
        providers = List.of(new JsonBodyReader(json), new CallerFilter(services), problemMapper, problemMapper.ofWebExceptions(),
                new Parameters(), new Contexts.OfActor(), new Contexts.OfCaller(), new Contexts.OfIfMatch(),
                new Contexts.OfListQuery());
        invoker = new ActInvoker(services, new Replies(json));
    }

    public List<?> providers() {
        return providers;
    }

    public Invoker invoker() {
        return invoker;
    }
}
