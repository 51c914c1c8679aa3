package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Cursor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.calendar.CalendarFeed;
import com.pivotino.crm.api.calendar.CalendarFeedService;
import com.pivotino.crm.api.calendar.ImportReport;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.calendar.internal.domain.DeliveryKey;
import com.pivotino.crm.calendar.internal.domain.Feed;
import com.pivotino.crm.support.PageCursor;
import com.pivotino.crm.support.PageRows;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Calendars for other programs, by secret addresses, and calendars from them. */
@Component(service = CalendarFeedService.class)
public final class DefaultCalendarFeedService implements CalendarFeedService {

    private static final int SECRET_BYTES = 32;
    private static final int MOST_FEEDS = 20;

    private final CalendarTransactions transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Activate
    public DefaultCalendarFeedService(@Reference CalendarTransactions transactions, @Reference Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Page<CalendarFeed> list(Actor actor, ListQuery query) {
        query.allowing(Set.of());
        long after = PageCursor.number(query.cursor(), 0);
        return transactions.read(unit -> {
            List<Feed> rows = unit.events().feeds(actor.userId(), after, query.limit() + 1);
            return PageRows.of(rows, query.limit()).page(feed -> shown(feed, null), last -> Cursor.of(last.id()), null);
        });
    }

    @Override
    public CalendarFeed create(Actor actor, String kind, Long teamId) {
        if (kind == null || !Set.of(Feed.PRIVATE, Feed.BUSY, Feed.TEAM).contains(kind)) {
            throw CrmException.invalid("kind", "invalid", "One of private, busy, team.");
        }
        if (Feed.TEAM.equals(kind) != (teamId != null)) {
            throw CrmException.invalid("teamId", teamId == null ? "required" : "invalid", "A team belongs to the kind team.");
        }
        boolean readable = teamId == null || transactions.directory().team(teamId).isPresent()
                && (actor.isManager() || actor.visibleTeamIds().contains(teamId));
        if (!readable) {
            throw CrmException.notFound("The team");
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return transactions.act(Act.of(actor), (unit, tx) -> {
            if (unit.events().feeds(actor.userId(), 0, MOST_FEEDS).size() == MOST_FEEDS) {
                throw CrmException.conflict("too_many_feeds", "At most " + MOST_FEEDS + " feeds; revoke one first.");
            }
            Feed feed = unit.events().add(new Feed(actor.userId(), kind, teamId, DeliveryKey.sha256(secret), tx.now()));
            return shown(feed, "/api/calendar/" + secret + ".ics");
        }).value();
    }

    @Override
    public void delete(Actor actor, long id) {
        transactions.act(Act.of(actor), (unit, tx) -> {
            unit.events().remove(unit.events().feed(id).filter(feed -> Long.valueOf(feed.userId()).equals(actor.userId()))
                    .orElseThrow(() -> CrmException.notFound("The feed")));
            return null;
        });
    }

    @Override
    public Content read(String secret) {
        String text = transactions.read(unit -> unit.events().feedOf(DeliveryKey.sha256(secret))
                .flatMap(feed -> new FeedWriting(unit, clock.instant()).text(feed))
                .orElseThrow(() -> CrmException.notFound("The calendar")));
        return new Content(text, DeliveryKey.sha256(text).substring(0, 32));
    }

    @Override
    public ImportReport importCalendar(Actor actor, InputStream calendar) {
        String text;
        try {
            text = new String(calendar.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The calendar cannot be read", e);
        }
        CalendarImport reading = new CalendarImport(actor, text, clock.instant());
        return transactions.act(Act.of(actor), reading::into).value();
    }

    private CalendarFeed shown(Feed feed, String url) {
        NamedRef team = feed.teamId() == null ? null : transactions.directory().team(feed.teamId())
                .map(known -> new NamedRef(known.id(), known.name())).orElse(new NamedRef(feed.teamId(), ""));
        return new CalendarFeed(feed.id(), feed.kind(), team, feed.createdAt(), url);
    }
}
