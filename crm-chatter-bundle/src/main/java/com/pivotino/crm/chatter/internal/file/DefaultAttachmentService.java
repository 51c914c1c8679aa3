package com.pivotino.crm.chatter.internal.file;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.attachment.Attachment;
import com.pivotino.crm.api.attachment.AttachmentService;
import com.pivotino.crm.api.attachment.FileStore;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.record.RecordIndex;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Files: the transaction's border and permission. The content is safe on disk before the row that names it commits. */
@Component(service = AttachmentService.class)
public final class DefaultAttachmentService implements AttachmentService {

    private final Acts acts;
    private final JpaTemplate jpa;
    private final FileStore files;
    private final SettingsService settings;
    private final RecordIndex records;

    @Activate
    public DefaultAttachmentService(@Reference(target = "(crm.module=chatter)") SchemaReady schema, @Reference Acts acts,
            @Reference(target = "(osgi.unit.name=crm-chatter)") JpaTemplate jpa,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) FileStore files, @Reference SettingsService settings,
            @Reference RecordIndex records) {
        this.acts = acts;
        this.jpa = jpa;
        this.files = GuardedFileStore.of(files);
        this.settings = settings;
        this.records = records;
    }

    private boolean isReadable(Actor actor, RecordRef record) {
        return records.access(actor, record).filter(access -> access.readableBy(actor)).isPresent();
    }

    @Override
    public Attachment upload(Actor actor, String name, String claimedType, InputStream body) {
        if (actor.userId() == null) {
            throw CrmException.forbidden("Only a user uploads files.");
        }
        FileName called = FileName.of(name);
        if (called.isRunnable()) {
            throw executable(called);
        }
        try (FileStore.Incoming incoming = files.receive(body, (long) settings.current().attachmentLimitMb() << 20)) {
            FileType type = typeOf(incoming, claimedType);
            if (type.executable()) {
                throw executable(called);
            }
            if (incoming.size() == 0) {
                throw CrmException.invalid("name", "empty", called.text() + " is empty.");
            }
            return acts.run(Act.of(actor, contentLock(incoming.sha256())), tx -> {
                keep(incoming);
                return keepRow(new StoredFile(called.text(), type.name(), incoming.size(), incoming.sha256(), actor.userId(), tx.now()));
            }).value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Content open(Actor actor, long id) {
        Attachment found = acts.read(() -> jpa.txExpr(TransactionType.Required, em -> {
            StoredFile file = new FileRows(em).find(id).orElseThrow(DefaultAttachmentService::notFound);
            boolean mine = file.isLoose() && file.isOf(actor.userId());
            if (!mine && (file.isLoose() || !isReadable(actor, file.record()))) {
                throw notFound();
            }
            return file.toRecord();
        }));
        try {
            return new Content(found, files.open(found.sha256()));
        } catch (FileNotFoundException e) {
            throw new CrmException(CrmException.Kind.CONFLICT, "file_missing",
                    "The content of " + found.name() + " is lost; an administrator can restore it from a backup.",
                    List.of(), Map.of(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void delete(Actor actor, long id) {
        acts.run(Act.of(actor), tx -> jpa.txExpr(TransactionType.Required, em -> {
            FileRows rows = new FileRows(em);
            StoredFile file = rows.find(id).filter(known -> known.isOf(actor.userId()))
                    .orElseThrow(DefaultAttachmentService::notFound);
            if (!file.isLoose()) {
                throw CrmException.conflict("attached", "This file is part of a record's history.");
            }
            rows.remove(file);
            return null;
        }));
    }

    @Override
    public void check(Actor actor, RecordRef record, Collection<Long> ids) {
        acts.read(() -> jpa.txExpr(TransactionType.Required, em -> {
            new FileLinks(em).check(actor.userId(), record, ids);
            return null;
        }));
    }

    @Override
    public List<Attachment> link(Transaction tx, RecordRef record, Long entryId, Long activityId, Collection<Long> ids) {
        return jpa.txExpr(TransactionType.Required,
                em -> new FileLinks(em).link(tx.actor().userId(), record, ids, entryId, activityId));
    }

    @Override
    public void unlink(Transaction tx, RecordRef record, Collection<Long> ids) {
        jpa.tx(TransactionType.Required, em -> new FileLinks(em).unlink(record, ids, tx.now()));
    }

    private Attachment keepRow(StoredFile file) {
        return jpa.txExpr(TransactionType.Required, em -> new FileRows(em).add(file).toRecord());
    }

    private static void keep(FileStore.Incoming incoming) {
        try {
            incoming.keep();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileType typeOf(FileStore.Incoming incoming, String claimedType) throws IOException {
        try (InputStream content = incoming.content()) {
            return FileType.of(content, claimedType);
        }
    }

    /** Who holds it keeps or removes content with this hash; one stripe of the hash names it. */
    static RecordRef contentLock(String sha256) {
        return new RecordRef("file", Math.max(1, Long.parseLong(sha256.substring(0, 15), 16)));
    }

    private static CrmException executable(FileName name) {
        return CrmException.invalid("name", "executable", name.text() + " is a program; programs cannot be attached.");
    }

    private static CrmException notFound() {
        return CrmException.notFound("The file");
    }
}
