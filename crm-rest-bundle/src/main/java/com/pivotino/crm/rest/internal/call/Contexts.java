package com.pivotino.crm.rest.internal.call;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.rest.Caller;
import com.pivotino.crm.api.rest.IfMatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.message.Message;

/** What a resource method may take as {@code @Context} parameters. */
final class Contexts {

    private Contexts() {
    }

    /** Who acts; null for a stranger at an anonymous method. */
    static final class OfActor implements ContextProvider<Actor> {
        @Override
        public Actor createContext(Message message) {
            Caller caller = new Request(message).caller();
            return caller == null || caller.identity() == null ? null : caller.identity().actor();
        }
    }

    /** How the request came in. */
    static final class OfCaller implements ContextProvider<Caller> {
        @Override
        public Caller createContext(Message message) {
            return new Request(message).caller();
        }
    }

    /** The version that the caller knows. */
    static final class OfIfMatch implements ContextProvider<IfMatch> {

        private static final Pattern VERSION = Pattern.compile("(?:W/)?\"?(\\d{1,18})\"?");

        @Override
        public IfMatch createContext(Message message) {
            String header = new Request(message).http().getHeader("If-Match");
            if (header == null || header.isBlank() || header.strip().equals("*")) {
                return new IfMatch(null);
            }
            Matcher version = VERSION.matcher(header.strip());
            if (!version.matches()) {
                throw CrmException.invalid("If-Match", "invalid", "Send the ETag of an earlier answer.");
            }
            return new IfMatch(Long.valueOf(version.group(1)));
        }
    }

    /** Paging, order and filters of a list. */
    static final class OfListQuery implements ContextProvider<ListQuery> {

        @Override
        public ListQuery createContext(Message message) {
            Map<String, List<String>> query = new HashMap<>(new Request(message).query());
            query.remove(Request.DRY_RUN);
            String limit = first(query.remove("limit"));
            String count = first(query.remove("count"));
            if (count != null && !count.equals("true") && !count.equals("false")) {
                throw CrmException.invalid("count", "invalid", "This is true or false.");
            }
            return new ListQuery(limit == null ? ListQuery.DEFAULT_LIMIT : number(limit), first(query.remove("cursor")),
                    first(query.remove("sort")), "true".equals(count), query);
        }

        private static int number(String limit) {
            if (!limit.matches("\\d{1,6}")) {
                throw CrmException.invalid("limit", "invalid", "The limit is 1 to " + ListQuery.MAX_LIMIT + ".");
            }
            return Integer.parseInt(limit);
        }

        private static String first(List<String> values) {
            return values == null || values.get(0).isEmpty() ? null : values.get(0);
        }
    }
}
