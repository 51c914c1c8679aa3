package com.pivotino.crm.chatter.internal.file;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.attachment.FileStore;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.schedule.ScheduledJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Clears away, after a day, files that hang on nothing, and content that no file names any more. */
@Component(service = ScheduledJob.class, property = {ScheduledJob.NAME + "=chatter.files",
        ScheduledJob.EVERY_SECONDS + ":Integer=3600"})
public final class FileSweep implements ScheduledJob {

    private static final Duration KEPT = Duration.ofDays(1);

    private final Acts acts;
    private final JpaTemplate jpa;
    private final FileStore files;

    @Activate
    public FileSweep(@Reference(target = "(crm.module=chatter)") SchemaReady schema, @Reference Acts acts,
            @Reference(target = "(osgi.unit.name=crm-chatter)") JpaTemplate jpa,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) FileStore files) {
        this.acts = acts;
        this.jpa = jpa;
        this.files = GuardedFileStore.of(files);
    }

    @Override
    public void run(Instant now) throws IOException {
        Instant before = now.minus(KEPT);
        acts.run(automation(Set.of()), tx ->
            jpa.txExpr(TransactionType.Required, em -> new FileRows(em).forgetLoose(before)));
        for (String sha256 : files.keptBefore(before)) {
            if (!isNamed(sha256)) {
                removeUnnamed(sha256);
            }
        }
    }

    private boolean isNamed(String sha256) {
        return acts.read(() -> jpa.txExpr(TransactionType.Required, em -> new FileRows(em).knows(sha256)));
    }

    /** Looks again under the lock that an upload of the same content takes. */
    private void removeUnnamed(String sha256) {
        acts.run(automation(Set.of(DefaultAttachmentService.contentLock(sha256))), tx -> {
            if (!isNamed(sha256)) {
                delete(sha256);
            }
            return null;
        });
    }

    private void delete(String sha256) {
        try {
            files.delete(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Act automation(Set<RecordRef> locks) {
        return Act.of(Actor.system(ZoneOffset.UTC), "automation", locks);
    }
}
