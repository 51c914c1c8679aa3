package com.pivotino.crm.rest.internal.openapi;

import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.PluginInvoker;
import com.pivotino.crm.api.plugin.Plugins;
import com.pivotino.crm.api.rest.RestResource;
import com.pivotino.crm.api.ui.spi.UiElement;
import com.pivotino.crm.api.ui.spi.UiExtension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /ui-elements}: the custom elements that partners' bundles add to the browser UI now. */
@Component(service = UiElementsResource.class, property = RestResource.MARKER + ":Boolean=true")
@Path("/ui-elements")
@Produces(MediaType.APPLICATION_JSON)
public final class UiElementsResource {

    private static final Logger LOG = LoggerFactory.getLogger(UiElementsResource.class);
    private static final Set<String> SLOTS = Set.of("card-badge", "form-section", "board-action", "menu-entry", "settings-page");
    private static final int TITLE = 60;

    private final PluginInvoker invoker;
    private final Plugins<UiExtension> extensions = Plugins.of(UiExtension.class);
    /** What was logged already: every page that loads asks again. */
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    @Activate
    public UiElementsResource(@Reference PluginInvoker invoker) {
        this.invoker = invoker;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addExtension(UiExtension extension, Map<String, Object> properties) {
        extensions.come(extension, properties);
    }

    /** Its ranking has changed. */
    public void updatedExtension(UiExtension extension, Map<String, Object> properties) {
        extensions.come(extension, properties);
    }

    public void removeExtension(UiExtension extension) {
        extensions.go(extension);
    }

    @GET
    public Page<UiElement> list() {
        Map<String, UiElement> byTag = new LinkedHashMap<>();
        Map<Plugin<UiExtension>, List<String>> tags = new LinkedHashMap<>();
        for (Plugin<UiExtension> plugin : extensions.used()) {
            List<String> accepted = new ArrayList<>();
            for (UiElement element : invoker.ask(plugin, UiExtension::elements).answer().orElse(List.of())) {
                if (isAcceptable(element)) {
                    byTag.putIfAbsent(element.tag(), element);
                    accepted.add(element.tag());
                } else if (refused.add(String.valueOf(element))) {
                    LOG.warn("A UI element of {} is left out: {}", plugin.name(), element);
                }
            }
            tags.put(plugin, accepted);
        }
        Plugins.tellShadowed(invoker, tags);
        return new Page<>(List.copyOf(byTag.values()), null);
    }

    private static boolean isAcceptable(UiElement element) {
        return element != null && element.slot() != null && SLOTS.contains(element.slot())
                && element.tag() != null && element.tag().matches("[a-z][a-z0-9]*(-[a-z0-9]+)+") && !element.tag().startsWith("crm-")
                && element.module() != null && element.module().matches("/extensions/[a-z0-9-]+(/[A-Za-z0-9_-]+)*/[A-Za-z0-9_.-]+\\.js")
                && element.title() != null && !element.title().isBlank() && element.title().length() <= TITLE;
    }
}
