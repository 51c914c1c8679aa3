package com.pivotino.crm.api.ui.spi;

import com.pivotino.crm.api.plugin.ExtensionPoint;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Adds custom elements to the browser UI. An OSGi service, asked through the plugin invoker whenever a page loads. The bundle
 * serves the modules itself, as an HTTP whiteboard resource below {@code /extensions/<its name>/}: the page's
 * Content-Security-Policy lets scripts and styles of this host run and nothing else.
 *
 * <p><b>Service properties:</b> none but the ranking.
 *
 * <p><b>Several match:</b> the union, in ranking order; of one tag the first counts.
 *
 * <p><b>Result:</b> what stands in which slot. An element whose slot, tag or module is not acceptable is left out and logged.
 *
 * <p><b>An exception, no answer in time, null,</b> or a module that does not load: its elements are not shown; the page is
 * whole without them.
 */
@ExtensionPoint
@ConsumerType
public interface UiExtension {

    /** Its elements, in the order in which they stand within a slot. */
    List<UiElement> elements();
}
