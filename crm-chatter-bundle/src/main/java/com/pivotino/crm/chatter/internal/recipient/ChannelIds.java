package com.pivotino.crm.chatter.internal.recipient;

import com.pivotino.crm.api.notification.spi.NotificationChannel;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The ids of the channels that partners have brought; only their properties are looked at, none is asked. */
@Component(service = ChannelIds.class)
public final class ChannelIds {

    /** What a channel's id looks like. */
    public static final String KEY = "[a-z][a-z0-9-]{0,19}";

    private static final Set<String> OURS = Set.of("app", "mail");

    private final Map<Object, String> ids = new ConcurrentHashMap<>();

    @Reference(service = NotificationChannel.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            unbind = "go", updated = "come")
    public void come(Map<String, Object> properties) {
        if (properties.get(NotificationChannel.ID) instanceof String id && id.matches(KEY)) {
            ids.put(properties.get(Constants.SERVICE_ID), id);
        } else {
            go(properties);
        }
    }

    public void go(Map<String, Object> properties) {
        ids.remove(properties.get(Constants.SERVICE_ID));
    }

    /** Ids beside {@code app} and {@code mail}, in order. */
    public Set<String> partners() {
        Set<String> partners = new TreeSet<>(ids.values());
        partners.removeAll(OURS);
        return partners;
    }
}
