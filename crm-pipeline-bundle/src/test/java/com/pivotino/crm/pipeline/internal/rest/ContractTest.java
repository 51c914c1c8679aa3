package com.pivotino.crm.pipeline.internal.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.pipeline.ActivityCounts;
import com.pivotino.crm.api.pipeline.Board;
import com.pivotino.crm.api.pipeline.BoardCard;
import com.pivotino.crm.api.pipeline.BoardColumn;
import com.pivotino.crm.api.pipeline.Duplicates;
import com.pivotino.crm.api.pipeline.HistoryEntry;
import com.pivotino.crm.api.pipeline.LostReason;
import com.pivotino.crm.api.pipeline.LostRequest;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.NewLostReason;
import com.pivotino.crm.api.pipeline.NewOpportunity;
import com.pivotino.crm.api.pipeline.MissedSales;
import com.pivotino.crm.api.pipeline.NewSavedFilter;
import com.pivotino.crm.api.pipeline.NewStage;
import com.pivotino.crm.api.pipeline.NextActivity;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.OpportunitySummary;
import com.pivotino.crm.api.pipeline.PipelineReport;
import com.pivotino.crm.api.pipeline.ReasonAdoption;
import com.pivotino.crm.api.pipeline.ReasonProposal;
import com.pivotino.crm.api.pipeline.ReportFigure;
import com.pivotino.crm.api.pipeline.RestoreRequest;
import com.pivotino.crm.api.pipeline.SavedFilter;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.api.pipeline.StageRef;
import com.pivotino.crm.api.pipeline.WonRequest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import org.junit.Test;
import org.yaml.snakeyaml.Yaml;

/** The fragment of the contract says exactly what the records and the resources of this bundle are. */
public class ContractTest {
    private static final List<Class<?>> RECORDS = List.of(ActivityCounts.class, Board.class, BoardCard.class,
            BoardColumn.class, HistoryEntry.class, LostReason.class, LostRequest.class, MoveRequest.class,
            NewLostReason.class, NewOpportunity.class, NewStage.class, NextActivity.class, Opportunity.class,
            ReasonAdoption.class, ReasonProposal.class, RestoreRequest.class, Stage.class, StageRef.class, WonRequest.class,
            ReportFigure.class, MissedSales.class, MissedSales.MissedGroup.class, PipelineReport.class,
            PipelineReport.FunnelStep.class, PipelineReport.ForecastMonth.class, PipelineReport.WinRate.class,
            PipelineReport.WinRateFigure.class, PipelineReport.AmountRate.class, PipelineReport.StageTime.class,
            OpportunitySummary.class, OpportunitySummary.OutcomeFigure.class, Duplicates.class,
            Duplicates.DuplicateContact.class, Duplicates.DuplicateOpportunity.class, SavedFilter.class,
            NewSavedFilter.class, BoardResource.ColumnFold.class);
    private static final List<Class<?>> RESOURCES = List.of(BoardResource.class, LostReasonResource.class,
            OpportunityResource.class, ReportResource.class, SavedFilterResource.class, StageResource.class);
    private final Map<String, Object> fragment = fragment();

    @Test
    public void every_record_has_the_members_that_its_schema_names() {
        for (Class<?> type : RECORDS) {
            Set<String> members = Arrays.stream(type.getRecordComponents()).map(c -> c.getName()).collect(Collectors.toSet());
            assertEquals(type.getSimpleName(), members, at(schema(type.getSimpleName()), "properties").keySet());
        }
    }

    @Test
    public void every_route_is_an_operation() {
        Set<String> routes = new TreeSet<>();
        for (Class<?> resource : RESOURCES) {
            for (Method method : resource.getDeclaredMethods()) {
                String verb = verb(method);
                if (verb != null) {
                    Path path = method.getAnnotation(Path.class);
                    String below = path == null ? "" : path.value().replaceAll(": [^/]*(?:\\{[^}]*\\})?[^/}]*\\}", "}");
                    routes.add(verb + " " + resource.getAnnotation(Path.class).value() + below);
                }
            }
        }
        Set<String> operations = new HashSet<>();
        at(fragment, "paths").forEach((path, verbs) -> ((Map<?, ?>) verbs).keySet().forEach(verb -> operations.add(verb + " " + path)));
        assertTrue(operations + " lacks some of " + routes, operations.containsAll(routes));
        assertEquals(routes, new TreeSet<>(operations));
    }

    @Test
    @SuppressWarnings("unchecked")
    public void every_operation_says_who_may_and_has_a_name_of_its_own() {
        Set<Object> names = new HashSet<>();
        at(fragment, "paths").values().forEach(verbs -> ((Map<String, Map<String, Object>>) verbs).values().forEach(operation -> {
            assertTrue(operation.toString(), operation.containsKey("x-permission") && operation.containsKey("summary"));
            assertTrue(names.add(operation.get("operationId")));
        }));
    }

    private static String verb(Method method) {
        for (Class<? extends java.lang.annotation.Annotation> verb : List.of(GET.class, POST.class, PATCH.class, DELETE.class)) {
            if (method.isAnnotationPresent(verb)) {
                return verb.getSimpleName().toLowerCase(Locale.ROOT);
            }
        }
        return null;
    }

    private Map<String, Object> schema(String name) {
        return at(at(at(fragment, "components"), "schemas"), name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Map<String, Object> map, String key) {
        assertTrue("no " + key, map.containsKey(key));
        return (Map<String, Object>) map.get(key);
    }

    private static Map<String, Object> fragment() {
        Map<String, Object> whole = fragment("/openapi/pipeline.yaml");
        Map<String, Object> part = fragment("/openapi/pipeline-reports.yaml");
        at(whole, "paths").putAll(at(part, "paths"));
        at(at(whole, "components"), "schemas").putAll(at(at(part, "components"), "schemas"));
        return whole;
    }

    private static Map<String, Object> fragment(String name) {
        try (InputStream file = OpportunityResource.class.getResourceAsStream(name)) {
            return new Yaml().load(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
