package com.pivotino.crm.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import java.io.File;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;

/**
 * A package that changed since the last accepted API has a version that says so (OSGi semantic versioning). The accepted
 * API is {@code baseline/crm-api.jar}; docs/architecture.md tells how it moves.
 */
public class BaselineTest {

    private static final File ACCEPTED = new File("baseline/crm-api.jar");
    private static final File BUILT = new File("target/classes");

    @Test
    public void a_changed_package_has_a_version_that_says_so() throws Exception {
        Set<Baseline.Info> packages = compare(ACCEPTED, BUILT);
        assertFalse("The accepted API has no packages", packages.isEmpty());
        List<String> wrong = packages.stream()
                .filter(info -> info.mismatch && !info.packageName.startsWith("com.pivotino.crm.api.internal"))
                .map(info -> info.packageName + " is " + info.newerVersion + " and should be " + info.suggestedVersion
                        + " (" + info.packageDiff.getDelta() + ")")
                .sorted().collect(Collectors.toList());
        assertEquals(List.of(), wrong);
    }

    private static Set<Baseline.Info> compare(File accepted, File built) throws Exception {
        try (Processor reporter = new Processor(); Jar older = open(accepted); Jar newer = open(built)) {
            return new Baseline(reporter, new DiffPluginImpl()).baseline(newer, older, null);
        }
    }

    private static Jar open(File file) throws Exception {
        Jar jar = new Jar(file);
        assertFalse(file + " has no manifest", jar.getManifest() == null);
        return jar;
    }
}
