package com.pivotino.crm.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.rest.Anonymous;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import org.junit.Test;

public class RoutesAgainstContractTest {

    private static final String GOOD = """
            paths:
              /cards/{id}:
                parameters: [{ name: id, in: path, required: true }]
                get:
                  operationId: getCard
                  summary: A card
                  parameters: [{ name: day, in: query }]
                  responses: { "200": { description: it }, default: { $ref: "#/components/responses/Problem" } }
              /cards:
                post:
                  operationId: createCard
                  summary: Makes a card
                  security: []
                  requestBody: { content: {} }
                  responses: { "201": { description: it }, default: { $ref: "#/components/responses/Problem" } }
            """;

    @Path("/cards")
    public static final class Cards {
        @GET
        @Path("/{id: \\d{1,18}}")
        public String get(@PathParam("id") long id, @QueryParam("day") String day) {
            return "card";
        }

        @POST
        @Anonymous
        public void create(String body) {
            throw new UnsupportedOperationException();
        }
    }

    private static void assertComplaint(String expected, String document) {
        List<String> complaints = RoutesAgainstContract.complaints(document, Cards.class);
        assertTrue(complaints.toString(), complaints.stream().anyMatch(complaint -> complaint.contains(expected)));
    }

    @Test
    public void what_agrees_has_no_complaint() {
        assertEquals(List.of(), RoutesAgainstContract.complaints(GOOD, Cards.class));
    }

    @Test
    public void both_directions_are_held() {
        assertComplaint("POST /cards is not in the contract", GOOD.replace("  /cards:\n", "  /other:\n"));
        assertComplaint("POST /other is in the contract, and no resource answers it", GOOD.replace("  /cards:\n", "  /other:\n"));
    }

    @Test
    public void each_part_of_an_operation_is_held() {
        assertComplaint("declares the path parameters []", GOOD.replace("in: path", "in: header"));
        assertComplaint("does not declare the query parameters [day]", GOOD.replace("day", "night"));
        assertComplaint("takes a body that the contract does not describe", GOOD.replace("requestBody", "x-body"));
        assertComplaint("describes a body that nothing reads", GOOD.replace("summary: A card", "summary: A card\n      requestBody: {}"));
        assertComplaint("is for everybody: say security: []", GOOD.replace("      security: []\n", ""));
        assertComplaint("needs a signed-in caller", GOOD.replace("summary: A card", "summary: A card\n      security: []"));
        assertComplaint("needs an operationId of its own", GOOD.replace("createCard", "getCard"));
        assertComplaint("describes no success", GOOD.replace("\"201\"", "\"404\""));
        assertComplaint("describes no problem", GOOD.replace("default:", "x-default:").replace("$ref", "x-ref"));
        assertComplaint("needs a summary", GOOD.replace("summary: Makes", "description: Makes"));
        assertComplaint("$ref #/components/schemas/Nothing leads nowhere",
                GOOD.replace("content: {}", "content: { $ref: \"#/components/schemas/Nothing\" }"));
    }
}
