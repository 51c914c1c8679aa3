package com.pivotino.crm.rest.internal.call;

import com.pivotino.crm.rest.internal.http.ReceivedBody;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Arrays;
import java.util.function.Supplier;
import javax.ws.rs.container.Suspended;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.sse.SseEventSink;
import org.apache.cxf.jaxrs.JAXRSInvoker;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.message.Exchange;

/**
 * Runs a resource method and makes its answer. A body that the method reads itself is received before. With an idempotency
 * key, or as a dry run, the acts of the method and its answer belong to the request's transaction, which begins with the
 * first act: key, acts and stored answer commit together or not at all.
 */
final class ActInvoker extends JAXRSInvoker {

    private final Services services;
    private final Replies replies;
    private final SharedAnswers shared;

    ActInvoker(Services services, Replies replies) {
        this.services = services;
        this.replies = replies;
        this.shared = new SharedAnswers(services);
    }

    @Override
    protected Object performInvocation(Exchange exchange, Object resource, Method method, Object[] arguments) throws Exception {
        method.trySetAccessible(); // resource classes need not be public
        OperationResourceInfo operation = exchange.get(OperationResourceInfo.class);
        Request request = new Request(exchange.getInMessage());
        if (answersItself(method) || !isJson(operation)) {
            Object answer = super.performInvocation(exchange, resource, method, arguments);
            return !(answer instanceof Response response) ? answer : Compression.raw(response,
                    operation.getProduceTypes().stream().allMatch(Compression::isText), Compression.isTaken(request));
        }
        if (shared.takes(method, request)) {
            return unwrapped(() -> shared.answer(request, () -> replies.of(call(resource, method, arguments), request)));
        }
        if (!request.changes()) {
            return replies.of(super.performInvocation(exchange, resource, method, arguments), request)
                    .response(Compression.isTaken(request));
        }
        int streamed = Arrays.asList(method.getParameterTypes()).indexOf(InputStream.class);
        if (streamed < 0) {
            return changed(request, () -> replies.of(call(resource, method, arguments), request)).response(Compression.isTaken(request));
        }
        try (ReceivedBody body = ReceivedBody.of((InputStream) arguments[streamed])) {
            return changed(request, () -> {
                Object[] again = arguments.clone();
                again[streamed] = body.open();
                return replies.of(call(resource, method, again), request);
            }).response(Compression.isTaken(request));
        }
    }

    private Reply changed(Request request, Supplier<Reply> work) throws InvocationTargetException {
        boolean dryRun = request.isDryRun();
        String key = request.idempotencyKey();
        Long userId = userId(request);
        try {
            if (dryRun) {
                return Services.present(services.transactions()).within(true, work);
            }
            if (key != null && userId != null) {
                return once(request, userId, key, work);
            }
            return work.get();
        } catch (NotStored refused) {
            return refused.reply;
        } catch (UndeclaredThrowableException checked) {
            throw new InvocationTargetException(checked.getCause());
        }
    }

    private static <T> T unwrapped(Supplier<T> work) throws InvocationTargetException {
        try {
            return work.get();
        } catch (UndeclaredThrowableException checked) {
            throw new InvocationTargetException(checked.getCause());
        }
    }

    private Reply once(Request request, long userId, String key, Supplier<Reply> work) {
        IdempotencyStore keys = Services.present(services.once());
        String query = request.http().getQueryString();
        String target = request.method() + " " + request.path() + (query == null ? "" : "?" + query);
        return keys.once(userId, key, () -> target + "\n" + request.body().hash(), () -> {
            Reply reply = work.get();
            if (!reply.isSuccess()) {
                throw new NotStored(reply);
            }
            return reply;
        });
    }

    private static Object call(Object resource, Method method, Object[] arguments) {
        try {
            return method.invoke(resource, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new UndeclaredThrowableException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The resource method is not accessible", e);
        }
    }

    /** What produces another media type, such as plain text, is not ours to shape. */
    private static boolean isJson(OperationResourceInfo operation) {
        return operation.getProduceTypes().stream().anyMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible);
    }

    private static boolean answersItself(Method method) {
        return Arrays.stream(method.getParameters()).anyMatch(parameter -> parameter.isAnnotationPresent(Suspended.class)
                || parameter.isAnnotationPresent(Context.class) && parameter.getType() == SseEventSink.class);
    }

    private static Long userId(Request request) {
        return request.caller() == null || request.caller().identity() == null ? null
                : request.caller().identity().actor().userId();
    }

    /** Leaves the transaction with an answer that must not be kept, so that everything in it is rolled back. */
    private static final class NotStored extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Reply reply;

        NotStored(Reply reply) {
            super("not stored", null, false, false);
            this.reply = reply;
        }
    }
}
