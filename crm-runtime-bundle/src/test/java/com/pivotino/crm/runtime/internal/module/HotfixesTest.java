package com.pivotino.crm.runtime.internal.module;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;

public class HotfixesTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path deploy;
    private Hotfixes hotfixes;

    @Before
    public void start() {
        deploy = folder.getRoot().toPath().resolve("data/deploy");
        hotfixes = new Hotfixes(context(), deploy);
    }

    @Test
    public void a_hotfix_serves_until_it_is_rolled_back_one_after_the_other() throws IOException {
        assertEquals("chatter 1.0.1 serves.", hotfixes.update("chatter", jar("chatter", "1.0.1")));
        assertEquals("chatter 1.0.2 serves.", hotfixes.update("chatter", jar("chatter", "1.0.2")));
        assertTrue(Files.exists(deploy.resolve("crm-chatter-bundle-1.0.2.jar")));
        assertEquals("chatter 1.0.1 serves.", hotfixes.rollback("chatter"));
        assertEquals("chatter 1.0.0 serves.", hotfixes.rollback("chatter"));
        assertThrows(IllegalArgumentException.class, () -> hotfixes.rollback("chatter"));
    }

    @Test
    public void what_is_no_newer_jar_of_the_module_is_refused() throws IOException {
        Path other = jar("activity", "1.0.1");
        Path older = jar("chatter", "0.9.0");
        Path text = Files.writeString(folder.newFile("notes.jar").toPath(), "no jar");
        for (Path wrong : List.of(other, older, text, deploy.resolve("absent.jar"))) {
            assertThrows(wrong.toString(), IllegalArgumentException.class, () -> hotfixes.update("chatter", wrong));
        }
        assertFalse(Files.exists(deploy));
    }

    private Path jar(String module, String version) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-SymbolicName", "crm-" + module + "-bundle;singleton:=false");
        headers.putValue("Bundle-Version", version);
        headers.putValue(Module.HEADER, module);
        Path path = folder.getRoot().toPath().resolve(module + version + ".jar");
        try (OutputStream out = Files.newOutputStream(path)) {
            new JarOutputStream(out, manifest).close();
        }
        return path;
    }

    /** What the deploy folder makes of its files: the highest version serves. */
    private BundleContext context() {
        return (BundleContext) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> new Bundle[] {bundle(ModuleJar.in(deploy).stream().map(ModuleJar::version)
                        .max(Comparator.naturalOrder()).orElse(Version.parseVersion("1.0.0")))});
    }

    private Bundle bundle(Version version) {
        return (Bundle) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getVersion" -> version;
                    case "getState" -> Bundle.ACTIVE;
                    case "getBundleId" -> (long) version.getMicro();
                    case "getLastModified" -> 1L;
                    case "getHeaders" -> new Hashtable<>(Map.of(Module.HEADER, "chatter"));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
