package com.pivotino.crm.itests.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Values of the contract's schemas: valid ones, and for each type those that break a careless reader. */
final class Schemas {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEPTH = 5;

    private final JsonNode contract;

    Schemas(JsonNode contract) {
        this.contract = contract;
    }

    /** The node itself, or what its reference points to. */
    JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.isEmpty() ? node : resolved(contract.at(reference.substring(1)));
    }

    /** A value that the schema allows. */
    JsonNode valid(JsonNode schema) {
        return valid(schema, DEPTH);
    }

    private JsonNode valid(JsonNode reference, int depth) {
        JsonNode schema = resolved(reference);
        for (String choice : List.of("allOf", "oneOf", "anyOf")) {
            if (schema.has(choice)) {
                return valid(schema.path(choice).path(0), depth);
            }
        }
        if (schema.has("example")) {
            return schema.path("example");
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        return switch (type(schema)) {
            case "integer" -> NODES.numberNode(Math.max(1, schema.path("minimum").asLong(1)));
            case "number" -> NODES.numberNode(1.5);
            case "boolean" -> NODES.booleanNode(true);
            case "array" -> depth == 0 ? NODES.arrayNode() : NODES.arrayNode().add(valid(schema.path("items"), depth - 1));
            case "string" -> NODES.textNode(text(schema.path("format").asText("")));
            default -> object(schema, depth);
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = NODES.objectNode();
        if (depth > 0) {
            members(schema).forEach((name, member) -> object.set(name, valid(member, depth - 1)));
        }
        return object;
    }

    /** The members of an object's schema by name. */
    Map<String, JsonNode> members(JsonNode reference) {
        JsonNode schema = resolved(reference);
        Map<String, JsonNode> members = new java.util.LinkedHashMap<>();
        schema.path("allOf").forEach(part -> members.putAll(members(part)));
        for (Iterator<Map.Entry<String, JsonNode>> all = schema.path("properties").fields(); all.hasNext();) {
            Map.Entry<String, JsonNode> member = all.next();
            members.put(member.getKey(), member.getValue());
        }
        return members;
    }

    /** Values for this schema that are at its border, or beyond it. */
    List<JsonNode> broken(JsonNode reference) {
        JsonNode schema = resolved(reference);
        List<JsonNode> values = new ArrayList<>(List.of(NODES.nullNode(), NODES.objectNode(), NODES.arrayNode().addNull(),
                NODES.textNode(""), NODES.textNode("\u0000\ud83d\ude00"), NODES.booleanNode(false), NODES.numberNode(-1),
                NODES.numberNode(Long.MAX_VALUE), NODES.numberNode(new java.math.BigDecimal("1e400")), NODES.textNode("x".repeat(30_000))));
        String format = schema.path("format").asText("");
        if (type(schema).equals("string") && format.startsWith("date")) {
            String time = format.equals("date") ? "" : "T00:00:00Z";
            for (String day : List.of("+999999999-12-31", "-999999999-01-01", "1899-12-31", "+10000-01-01", "2026-02-30", "3000-01-01")) {
                values.add(NODES.textNode(day + time));
            }
        }
        return values;
    }

    /** The schema's type; of several the first that is not null. */
    String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        for (JsonNode one : type) {
            if (!one.asText().equals("null")) {
                return one.asText();
            }
        }
        return type.asText("object");
    }

    private static String text(String format) {
        return switch (format) {
            case "date" -> "2026-06-10";
            case "date-time" -> "2026-06-10T10:00:00Z";
            case "email" -> "somebody@example.com";
            case "uri" -> "https://example.com/";
            default -> "1";
        };
    }
}
