package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.api.activity.spi.ActivityTypeProvider;
import com.pivotino.crm.api.activity.spi.DueDatePolicy;
import com.pivotino.crm.api.attachment.AttachmentService;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.plugin.PluginInvoker;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Those outside of this bundle who come and go at any moment: who says due dates, who brings types, and who keeps files. */
@Component(service = ActivityExtensions.class, reference = @Reference(name = "schema", service = SchemaReady.class,
        target = "(crm.module=activity)"))
public final class ActivityExtensions {

    private final ProvidedTypes types;
    private final DueAdvice advice;
    private volatile AttachmentService files;

    @Activate
    public ActivityExtensions(@Reference PluginInvoker invoker) {
        this.types = new ProvidedTypes(invoker);
        this.advice = new DueAdvice(invoker);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addProvider(ActivityTypeProvider provider, Map<String, Object> properties) {
        types.add(provider, properties);
    }

    /** Its properties have changed. */
    public void updatedProvider(ActivityTypeProvider provider, Map<String, Object> properties) {
        types.add(provider, properties);
    }

    public void removeProvider(ActivityTypeProvider provider) {
        types.remove(provider);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addPolicy(DueDatePolicy policy, Map<String, Object> properties) {
        advice.add(policy, properties);
    }

    /** Its properties have changed. */
    public void updatedPolicy(DueDatePolicy policy, Map<String, Object> properties) {
        advice.add(policy, properties);
    }

    public void removePolicy(DueDatePolicy policy) {
        advice.remove(policy);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addFiles(AttachmentService service) {
        files = service;
    }

    public void removeFiles(AttachmentService service) {
        if (files == service) {
            files = null;
        }
    }

    /** Who keeps files, while they are there. */
    Optional<AttachmentService> files() {
        return Optional.ofNullable(files);
    }

    ProvidedTypes types() {
        return types;
    }

    DueAdvice advice() {
        return advice;
    }
}
