package com.pivotino.crm.rest.internal.once;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.rest.RawBody;
import com.pivotino.crm.rest.internal.publish.RunningApi;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** Each call's act makes one row, so that effects can be counted. */
@Path("/orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OrderResource {

    public record NewOrder(String name) {
    }

    private final Acts acts;
    private final DataSource dataSource;
    final AtomicInteger calls = new AtomicInteger();
    volatile CountDownLatch asking;
    volatile CountDownLatch inside;
    volatile CountDownLatch go;

    OrderResource(Acts acts, DataSource dataSource) {
        this.acts = acts;
        this.dataSource = dataSource;
    }

    @POST
    public Response create(NewOrder order) throws InterruptedException {
        if (asking != null) {
            asking.countDown();
            go.await(20, TimeUnit.SECONDS);
        }
        String id = act(order.name());
        if ("conflict".equals(order.name())) {
            return Response.status(409).entity(Map.of("code", "conflict")).build();
        }
        return Response.created(URI.create("orders/" + id)).entity(Map.of("id", id, "secret", "s3cr3t-" + id)).build();
    }

    @POST
    @Path("/files")
    @Consumes("text/csv")
    @RawBody(maxBytes = 10_000)
    public Map<String, Object> upload(InputStream body) throws IOException {
        String text = new String(body.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return Map.of("id", act("file"), "size", text.length());
    }

    /** Nothing to do, and the answer says so. */
    @POST
    @Path("/none")
    public Map<String, Object> none() {
        return Map.of("id", UUID.randomUUID().toString());
    }

    private String act(String name) {
        return acts.run(Act.of(RunningApi.ANNA), tx -> {
            calls.incrementAndGet();
            if (inside != null) {
                inside.countDown();
                awaitGo();
            }
            String id = inserted(name);
            if ("refused".equals(name)) {
                throw CrmException.refused("guard_refused", "No.", java.util.List.of());
            }
            return id;
        }).value();
    }

    private void awaitGo() {
        try {
            go.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String inserted(String name) {
        try {
            return insert(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String insert(String name) throws SQLException {
        String id = UUID.randomUUID().toString();
        try (Connection connection = dataSource.getConnection(); PreparedStatement statement =
                connection.prepareStatement("INSERT INTO rest_known_route (method, template, seen_at) VALUES (?, ?, CURRENT_TIMESTAMP)")) {
            statement.setString(1, "ORDER");
            statement.setString(2, id + " " + name);
            statement.executeUpdate();
        }
        return id;
    }

    int rows() throws SQLException {
        try (Connection connection = dataSource.getConnection(); PreparedStatement statement =
                connection.prepareStatement("SELECT COUNT(*) FROM rest_known_route WHERE method = 'ORDER'");
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
