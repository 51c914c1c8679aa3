package com.pivotino.crm.runtime.internal.module;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;

/**
 * Updates a module from a jar and goes back. A hotfix is a jar in {@code deploy/}: it survives restarts, and what was shipped
 * stays beside it (see {@link ModuleVersions}).
 */
public final class Hotfixes {

    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);
    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(100);

    private final BundleContext context;
    private final Path deploy;

    public Hotfixes(BundleContext context) {
        this(context, ModuleVersions.folder());
    }

    Hotfixes(BundleContext context, Path deploy) {
        this.context = context;
        this.deploy = deploy;
    }

    /**
     * Puts a jar of the module to work and waits until it serves.
     *
     * @return what came of it, one sentence
     * @throws IllegalArgumentException if the jar is not one of this module, or lower than what serves
     */
    public String update(String module, Path file) throws IOException {
        ModuleJar jar = Files.isRegularFile(file) ? ModuleJar.read(file) : null;
        if (jar == null) {
            throw new IllegalArgumentException(file + " is no bundle.");
        }
        if (!module.equals(jar.module())) {
            throw new IllegalArgumentException(file + " is " + (jar.module() == null ? "no module" : "of module " + jar.module())
                    + ", not of " + module + ".");
        }
        Optional<Bundle> serving = serving(module);
        if (serving.isPresent() && serving.get().getVersion().compareTo(jar.version()) > 0) {
            throw new IllegalArgumentException(jar.version() + " is lower than " + serving.get().getVersion()
                    + ", which serves; crm:rollback " + module + " goes back.");
        }
        String mark = mark(serving);
        Files.createDirectories(deploy);
        Path part = Files.createTempFile(deploy.toAbsolutePath().getParent(), "hotfix", ".part");
        Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, deploy.resolve(jar.symbolicName() + "-" + jar.version() + ".jar"), StandardCopyOption.ATOMIC_MOVE);
        return told(module, mark);
    }

    /**
     * Takes the module's highest hotfix away and waits until the version before it serves.
     *
     * @return what came of it, one sentence
     * @throws IllegalArgumentException if there is no hotfix of it
     */
    public String rollback(String module) throws IOException {
        List<ModuleJar> jars = ModuleJar.in(deploy).stream().filter(jar -> module.equals(jar.module()))
                .sorted(Comparator.comparing(ModuleJar::version).reversed()).toList();
        if (jars.isEmpty()) {
            throw new IllegalArgumentException("There is no hotfix of " + module + " in " + deploy + ": it is as it was shipped.");
        }
        String mark = mark(serving(module));
        Version highest = jars.get(0).version();
        for (ModuleJar jar : jars) {
            if (jar.version().equals(highest)) {
                Files.delete(jar.path());
            }
        }
        return told(module, mark);
    }

    private String told(String module, String before) {
        long end = System.nanoTime() + PATIENCE_NS;
        Optional<Bundle> now = serving(module);
        while ((now.isEmpty() || mark(now).equals(before)) && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(PAUSE_NS);
            now = serving(module);
        }
        if (now.isEmpty() || mark(now).equals(before)) {
            return module + " has not changed within 30 s; crm:modules and the log tell more.";
        }
        return module + " " + now.get().getVersion() + " serves.";
    }

    /** The bundle of the module that runs; of several the highest. */
    private Optional<Bundle> serving(String module) {
        return List.of(context.getBundles()).stream().filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .filter(bundle -> module.equals(String.valueOf(bundle.getHeaders("").get(Module.HEADER)).strip()))
                .max(Comparator.comparing(Bundle::getVersion));
    }

    /** Tells one content of a module from another. */
    private static String mark(Optional<Bundle> bundle) {
        return bundle.map(one -> one.getBundleId() + " " + one.getLastModified()).orElse("none");
    }
}
