package com.pivotino.crm.activity.internal.morning;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.ActivityWorkService;
import com.pivotino.crm.api.activity.MyDay;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.NotificationPreferences;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.mail.event.MailRequested;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.schedule.ScheduledJob;
import com.pivotino.crm.support.InstantColumn;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Mails users in the morning what they have to do today: at eight in their own zone, once a day, to those who chose a daily digest
 * and have something due. What could not be mailed by noon, because nothing ran, is left out.
 */
@Component(service = ScheduledJob.class, property = {ScheduledJob.NAME + "=activity.morning", ScheduledJob.EVERY_SECONDS + ":Integer=300"})
public final class MorningMail implements ScheduledJob {

    private static final LocalTime FROM = LocalTime.of(8, 0);
    private static final LocalTime UNTIL = LocalTime.NOON;
    private static final Set<String> MAILED = Set.of("mail", "both");

    private final Acts acts;
    private final JpaTemplate jpa;
    private final Directory directory;
    private final ActivityWorkService work;

    /** @param schema only awaited */
    @Activate
    public MorningMail(@Reference(target = "(crm.module=activity)") SchemaReady schema, @Reference Acts acts,
            @Reference(target = "(osgi.unit.name=crm-activity)") JpaTemplate jpa, @Reference Directory directory,
            @Reference ActivityWorkService work) {
        this.acts = acts;
        this.jpa = jpa;
        this.directory = directory;
        this.work = work;
    }

    @Override
    public void run(Instant now) {
        List<Long> busy = acts.read(() -> jpa.txExpr(TransactionType.Required, em -> busy(em, now)));
        if (busy.isEmpty()) {
            return;
        }
        Map<Long, User> users = acts.read(() -> directory.users(busy));
        Map<Long, NotificationPreferences> preferences = acts.read(() -> directory.notificationPreferences(busy));
        for (Long id : busy) {
            User user = users.get(id);
            if (user != null && user.active() && isWanted(preferences.getOrDefault(id, NotificationPreferences.UNCHOSEN))) {
                ZonedDateTime local = now.atZone(directory.zoneOf(id));
                if (!local.toLocalTime().isBefore(FROM) && local.toLocalTime().isBefore(UNTIL)) {
                    tell(id, local.toLocalDate());
                }
            }
        }
    }

    private static boolean isWanted(NotificationPreferences preferences) {
        return "daily".equals(preferences.digest()) && MAILED.contains(preferences.channelsFor("activities"));
    }

    /** Users with something due who have not been told of the local day that it may be for them. */
    private static List<Long> busy(EntityManager em, Instant now) {
        List<?> ids = em.createNativeQuery("SELECT DISTINCT a.assignee_id FROM ac_activity a LEFT JOIN ac_morning m ON m.user_id ="
                + " a.assignee_id"
                + " WHERE a.status = 'OPEN' AND a.today_from <= ?1 AND a.assignee_id IS NOT NULL AND (m.told_on IS NULL OR m.told_on < ?2)")
                .setParameter(1, new InstantColumn().convertToDatabaseColumn(now))
                .setParameter(2, Date.valueOf(now.atOffset(ZoneOffset.ofHours(14)).toLocalDate())).getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).sorted().toList();
    }

    private void tell(long user, LocalDate today) {
        MyDay day = work.myDay(directory.actor(user));
        RecordRef morning = new RecordRef("morning", user);
        acts.run(Act.of(Actor.system(ZoneOffset.UTC), "automation", Set.of(morning)), tx -> {
            boolean first = jpa.txExpr(TransactionType.Required, em -> remember(em, user, today));
            if (first && day.total() > 0) {
                MorningText text = new MorningText(day);
                tx.publish(morning, new MailRequested(PersonRef.user(user), null, null, text.subject(), text.body(), null, null,
                        "You chose a daily digest, and activities of yours are due."));
            }
            return null;
        });
    }

    /** @return whether the user has not been told of this day */
    private static boolean remember(EntityManager em, long user, LocalDate today) {
        List<?> before = em.createNativeQuery("SELECT told_on FROM ac_morning WHERE user_id = ?1").setParameter(1, user).getResultList();
        if (!before.isEmpty() && !((Date) before.get(0)).toLocalDate().isBefore(today)) {
            return false;
        }
        String act = before.isEmpty() ? "INSERT INTO ac_morning (told_on, user_id) VALUES (?1, ?2)"
                : "UPDATE ac_morning SET told_on = ?1 WHERE user_id = ?2";
        em.createNativeQuery(act).setParameter(1, Date.valueOf(today)).setParameter(2, user).executeUpdate();
        return true;
    }
}
