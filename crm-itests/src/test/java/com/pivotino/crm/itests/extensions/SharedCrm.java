package com.pivotino.crm.itests.extensions;

import com.fasterxml.jackson.databind.JsonNode;
import com.pivotino.crm.itests.CrmProcess;
import com.pivotino.crm.itests.Rest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.rules.ExternalResource;

/** One running product, with a shell, for all tests of extensions: the first rule that comes starts it, the last one stops it. */
public final class SharedCrm extends ExternalResource {

    static final Duration SOON = Duration.ofSeconds(30);
    private static int users;
    private static CrmProcess crm;

    @Override
    protected void before() {
        if (users == 0) {
            crm = new CrmProcess("extensions").withShell();
            boolean ready = false;
            try {
                crm.start();
                ready = true;
            } finally {
                if (!ready) {
                    crm.close();
                }
            }
        }
        users++;
    }

    @Override
    protected void after() {
        users--;
        if (users == 0) {
            crm.close();
        }
    }

    CrmProcess crm() {
        return crm;
    }

    Rest admin() {
        return crm.admin();
    }

    Path deployed(String jar) {
        return crm.home().resolve("deploy/" + jar);
    }

    /** Copies a jar into the deploy folder, under another name first. */
    Path deploy(Path jar, String name) {
        Path target = deployed(name);
        try {
            Files.createDirectories(target.getParent());
            Path half = target.resolveSibling("." + name);
            Files.copy(jar, half);
            return Files.move(half, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long opportunity(String name) {
        return admin().post("/opportunities", Map.of("name", name)).expect(201).id();
    }

    Rest.Reply move(long card, long stage) {
        return admin().post("/opportunities/" + card + "/stage-moves", Map.of("stageId", stage));
    }

    JsonNode stageOf(long card) {
        return admin().get("/opportunities/" + card).expect(200).json().path("stage");
    }

    Optional<JsonNode> stage(String key) {
        return items("/stages").filter(stage -> key.equals(stage.path("key").asText())).findFirst();
    }

    long stageId(String key) {
        return stage(key).orElseThrow(() -> new AssertionError("There is no stage " + key)).path("id").asLong();
    }

    Optional<JsonNode> plugin(String name) {
        return items("/plugins").filter(plugin -> name.equals(plugin.path("name").asText())).findFirst();
    }

    /** What becomes of a plugin now; empty if it is not there. */
    String state(String plugin) {
        return plugin(plugin).map(found -> found.path("state").asText()).orElse("");
    }

    Stream<JsonNode> items(String path) {
        return StreamSupport.stream(admin().get(path).expect(200).json().path("items").spliterator(), false);
    }
}
