package com.pivotino.crm.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/**
 * Answers 503 from the moment when the product begins to stop: its bundles go one by one, and what is left of Pax Web would say, in
 * HTML, that nothing is here.
 */
public final class WhileStopping implements HttpConfiguration.Customizer {

    private final BooleanSupplier stopping;

    public WhileStopping() {
        this(WhileStopping::frameworkStops);
    }

    WhileStopping(BooleanSupplier stopping) {
        this.stopping = stopping;
    }

    @Override
    public void customize(Connector connector, HttpConfiguration configuration, Request request) {
        if (stopping.getAsBoolean()) {
            try {
                ProblemErrors.away(request, request.getResponse());
            } catch (IOException e) {
                throw new UncheckedIOException("A refusal cannot be written", e);
            }
        }
    }

    private static boolean frameworkStops() {
        // The host of this fragment stops late; without a context it has stopped already.
        BundleContext host = FrameworkUtil.getBundle(WhileStopping.class).getBundleContext();
        return host == null || host.getBundle(0).getState() == Bundle.STOPPING;
    }
}
