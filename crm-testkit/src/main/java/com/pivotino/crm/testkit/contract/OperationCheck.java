package com.pivotino.crm.testkit.contract;

import com.pivotino.crm.testkit.contract.Routes.Route;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the contract says of one operation, against what its method does. */
final class OperationCheck {

    private final String name;
    private final Map<String, Object> operation;
    private final Map<String, Object> root;
    private final List<String> complaints;

    OperationCheck(String name, Map<String, Object> operation, Map<String, Object> root, List<String> complaints) {
        this.name = name;
        this.operation = operation;
        this.root = root;
        this.complaints = complaints;
    }

    void against(Route route) {
        complain(!operation.containsKey("summary"), "needs a summary");
        Set<String> declared = parameters("path");
        complain(!declared.equals(pathNames()),
                "declares the path parameters " + declared + ", the path has " + pathNames());
        Set<String> missing = new TreeSet<>(route.queryParameters());
        missing.removeAll(parameters("query"));
        complain(!missing.isEmpty(), "does not declare the query parameters " + missing);
        complain(route.hasBody() != operation.containsKey("requestBody"),
                route.hasBody() ? "takes a body that the contract does not describe" : "describes a body that nothing reads");
        Map<String, Object> responses = RoutesAgainstContract.object(operation.get("responses"));
        complain(responses.keySet().stream().noneMatch(status -> status.startsWith("2")), "describes no success");
        complain(responses.values().stream().noneMatch(answer -> "#/components/responses/Problem"
                .equals(RoutesAgainstContract.object(answer).get("$ref"))), "describes no problem");
        boolean open = operation.get("security") instanceof List<?> schemes
                && (schemes.isEmpty() || schemes.stream().anyMatch(scheme -> RoutesAgainstContract.object(scheme).isEmpty()));
        complain(open != route.anonymous(), route.anonymous() ? "is for everybody: say security: []"
                : "needs a signed-in caller, the contract says not");
    }

    private Set<String> pathNames() {
        Set<String> names = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{([^}]+)}").matcher(name);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private Set<String> parameters(String place) {
        Set<String> names = new TreeSet<>();
        for (Object parameter : RoutesAgainstContract.list(operation.get("parameters"))) {
            Map<String, Object> described = RoutesAgainstContract.object(parameter);
            if (described.get("$ref") instanceof String reference) {
                String key = reference.substring(reference.lastIndexOf('/') + 1);
                described = RoutesAgainstContract.object(RoutesAgainstContract.object(RoutesAgainstContract.object(
                        root.get("components")).get("parameters")).get(key));
            }
            if (place.equals(described.get("in"))) {
                names.add(String.valueOf(described.get("name")));
            }
        }
        return names;
    }

    private void complain(boolean wrong, String what) {
        if (wrong) {
            complaints.add(name + " " + what);
        }
    }
}
