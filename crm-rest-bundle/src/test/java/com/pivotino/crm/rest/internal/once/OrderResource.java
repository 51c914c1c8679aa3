package com.pivotino.crm.rest.internal.once;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.rest.RawBody;
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

/** Each call makes one row, so that effects can be counted. */
@Path("/orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OrderResource {

    public record NewOrder(String name) {
    }

    private final DataSource dataSource;
    final AtomicInteger calls = new AtomicInteger();
    volatile CountDownLatch inside;
    volatile CountDownLatch go;

    OrderResource(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @POST
    public Response create(NewOrder order) throws SQLException, InterruptedException {
        calls.incrementAndGet();
        if (inside != null) {
            inside.countDown();
            go.await(20, TimeUnit.SECONDS);
        }
        String id = insert(order.name());
        if ("refused".equals(order.name())) {
            throw CrmException.refused("guard_refused", "No.", java.util.List.of());
        }
        if ("conflict".equals(order.name())) {
            return Response.status(409).entity(Map.of("code", "conflict")).build();
        }
        return Response.created(URI.create("orders/" + id)).entity(Map.of("id", id, "secret", "s3cr3t-" + id)).build();
    }

    @POST
    @Path("/files")
    @Consumes("text/csv")
    @RawBody(maxBytes = 10_000)
    public Map<String, Object> upload(InputStream body) throws IOException, SQLException {
        calls.incrementAndGet();
        String text = new String(body.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return Map.of("id", insert("file"), "size", text.length());
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
