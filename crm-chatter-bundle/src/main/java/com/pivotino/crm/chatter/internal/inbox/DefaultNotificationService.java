package com.pivotino.crm.chatter.internal.inbox;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Cursor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.notification.Notification;
import com.pivotino.crm.api.notification.NotificationService;
import com.pivotino.crm.chatter.internal.delivery.DeliveryStore;
import com.pivotino.crm.support.PageCursor;
import com.pivotino.crm.support.PageRows;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Inboxes: the transaction's border; everybody has only their own. */
@Component(service = NotificationService.class)
public final class DefaultNotificationService implements NotificationService {

    private static final String NOTICE = "The notification";

    private final Acts acts;
    private final JpaTemplate jpa;

    @Activate
    public DefaultNotificationService(@Reference(target = "(crm.module=chatter)") SchemaReady schema, @Reference Acts acts,
            @Reference(target = "(osgi.unit.name=crm-chatter)") JpaTemplate jpa) {
        this.acts = acts;
        this.jpa = jpa;
    }

    @Override
    public Page<Notification> list(Actor actor, ListQuery query) {
        query.allowing(Set.of("unread"));
        String unread = query.filter("unread");
        if (unread != null && !unread.equals("true") && !unread.equals("false")) {
            throw CrmException.invalid("unread", "invalid", "This is true or false.");
        }
        boolean only = "true".equals(unread);
        PageCursor.Moment after = PageCursor.moment(query.cursor());
        long me = user(actor);
        return acts.read(() -> jpa.txExpr(TransactionType.Required, em -> {
            NotificationStore store = new NotificationStore(em);
            List<NotificationEntity> found = store.page(me, only, after.at(), after.id(), query.limit() + 1);
            return PageRows.of(found, query.limit()).page(NotificationEntity::toRecord, last -> Cursor.of(last.at(), last.id()),
                    query.count() ? store.count(me, only) : null);
        }));
    }

    @Override
    public Notification read(Actor actor, long id) {
        long me = user(actor);
        return change(actor, (store, tx) -> {
            NotificationEntity notice = store.find(id).filter(found -> found.isOf(me)).orElseThrow(() -> CrmException.notFound(NOTICE));
            if (!notice.isRead()) {
                notice.markRead();
                deliveries(told -> told.read(me, notice.record(), notice.at(), tx.now()));
                Inboxes.tell(store, tx, me);
            }
            return notice.toRecord();
        });
    }

    @Override
    public AllRead readAll(Actor actor) {
        long me = user(actor);
        return change(actor, (store, tx) -> {
            int read = store.readAll(me);
            deliveries(told -> told.read(me, null, tx.now(), tx.now()));
            if (read > 0) {
                Inboxes.tell(store, tx, me);
            }
            return new AllRead(read, store.unread(me));
        });
    }

    @Override
    public long unread(Actor actor) {
        long me = user(actor);
        return acts.read(() -> jpa.txExpr(TransactionType.Required, em -> new NotificationStore(em).unread(me)));
    }

    private <T> T change(Actor actor, BiFunction<NotificationStore, Transaction, T> work) {
        RecordRef inbox = Inboxes.of(user(actor));
        return acts.run(Act.of(actor, inbox), tx -> jpa.txExpr(TransactionType.Required,
                em -> work.apply(new NotificationStore(em), tx))).value();
    }

    private void deliveries(Consumer<DeliveryStore> work) {
        jpa.tx(TransactionType.Required, em -> work.accept(new DeliveryStore(em)));
    }

    private static long user(Actor actor) {
        if (actor.userId() == null) {
            throw CrmException.forbidden("Only people have an inbox.");
        }
        return actor.userId();
    }
}
