package com.pivotino.crm.runtime.internal.module;

import com.pivotino.crm.runtime.internal.thread.Worker;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hotfixes in {@code deploy/}. Of two versions of a module the higher one serves and the other one waits; when the higher one
 * goes, the other one serves again. A jar of the same version replaces the shipped bundle in place, and its removal would
 * uninstall that: it is installed again from the distribution.
 */
@Component(service = ModuleVersions.class, immediate = true)
public final class ModuleVersions implements SynchronousBundleListener {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleVersions.class);
    private static final Comparator<Bundle> LOWEST_FIRST = Comparator.comparing(Bundle::getVersion)
            .thenComparing(Bundle::getBundleId);
    private static final String SHIPPED = "mvn:";

    private final BundleContext context;
    private final Path deploy;
    private final Worker worker = new Worker("crm-module-versions");
    private final Set<Long> waiting = ConcurrentHashMap.newKeySet();
    private final Set<String> replaced = new HashSet<>();

    @Activate
    public ModuleVersions(BundleContext context) {
        this(context, folder());
        context.addBundleListener(this);
        worker.soon(() -> {
            replaced.addAll(deployed());
            names(context.getBundles()).forEach(this::settle);
        });
    }

    /** Where hotfixes lie. */
    static Path folder() {
        return Path.of(System.getProperty("karaf.base", "."), "deploy");
    }

    ModuleVersions(BundleContext context, Path deploy) {
        this.context = context;
        this.deploy = deploy;
    }

    @Deactivate
    public void stop() {
        context.removeBundleListener(this);
        worker.close();
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        Bundle bundle = event.getBundle();
        if (bundle.getHeaders("").get(Module.HEADER) == null || bundle == context.getBundle() || isEnding()) {
            return;
        }
        String name = bundle.getSymbolicName();
        String location = bundle.getLocation();
        switch (event.getType()) {
            case BundleEvent.STARTING -> makeWay(bundle);
            case BundleEvent.UPDATED -> worker.soon(() -> replaced.addAll(deployed()));
            case BundleEvent.STARTED, BundleEvent.STOPPED -> worker.soon(() -> settle(name));
            case BundleEvent.UNINSTALLED -> worker.soon(() -> {
                restore(name, location);
                settle(name);
            });
            default -> { }
        }
    }

    private boolean isEnding() {
        return !ModuleWatch.runs(context.getBundle(0));
    }

    /**
     * Stops lower versions before this one has a component: otherwise its components could find the persistence unit and the schema of
     * a lower version, and a lower version could answer beside it.
     */
    private void makeWay(Bundle bundle) {
        for (Bundle other : context.getBundles()) {
            if (bundle.getSymbolicName().equals(other.getSymbolicName()) && ModuleWatch.runs(other)
                    && LOWEST_FIRST.compare(other, bundle) < 0) {
                makeWay(other, bundle);
            }
        }
    }

    private void makeWay(Bundle lower, Bundle higher) {
        waiting.add(lower.getBundleId());
        LOG.info("{} {} waits, as {} serves", lower.getSymbolicName(), lower.getVersion(), higher.getVersion());
        run(lower, false);
    }

    /** Lets the highest version that is meant to run serve, and no other. */
    void settle(String name) {
        if (isEnding()) {
            return;
        }
        List<Bundle> versions = Arrays.stream(context.getBundles()).filter(bundle -> name.equals(bundle.getSymbolicName()))
                .filter(bundle -> ModuleWatch.runs(bundle) || waiting.contains(bundle.getBundleId()))
                .sorted(LOWEST_FIRST).toList();
        if (versions.isEmpty()) {
            return;
        }
        Bundle highest = versions.get(versions.size() - 1);
        versions.stream().filter(lower -> lower != highest && ModuleWatch.runs(lower)).forEach(lower -> makeWay(lower, highest));
        if (waiting.remove(highest.getBundleId())) {
            LOG.info("{} {} serves again", name, highest.getVersion());
            run(highest, true);
        }
    }

    private static void run(Bundle bundle, boolean start) {
        try {
            if (start) {
                bundle.start(Bundle.START_TRANSIENT);
            } else {
                bundle.stop(Bundle.STOP_TRANSIENT);
            }
        } catch (BundleException e) {
            LOG.error("{} {} cannot be {}", bundle.getSymbolicName(), bundle.getVersion(), start ? "started" : "stopped", e);
        }
    }

    /** A shipped bundle that a jar had replaced has gone with the jar. */
    private void restore(String name, String location) {
        if (!replaced.remove(name) || !location.startsWith(SHIPPED) || deployed().contains(name) || isEnding()) {
            return;
        }
        try {
            Bundle shipped = context.installBundle(location);
            shipped.start();
            LOG.info("{} {} is back, as it was shipped", name, shipped.getVersion());
        } catch (BundleException e) {
            LOG.error("{} cannot be installed again from {}", name, location, e);
        }
    }

    /** Symbolic names of the jars in the folder. */
    private Set<String> deployed() {
        return ModuleJar.in(deploy).stream().map(ModuleJar::symbolicName).collect(Collectors.toSet());
    }

    private static Set<String> names(Bundle... bundles) {
        Set<String> names = new HashSet<>();
        for (Bundle bundle : bundles) {
            if (bundle.getHeaders("").get(Module.HEADER) != null && bundle.getSymbolicName() != null) {
                names.add(bundle.getSymbolicName());
            }
        }
        return names;
    }
}
