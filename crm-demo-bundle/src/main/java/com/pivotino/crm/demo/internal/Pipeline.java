package com.pivotino.crm.demo.internal;

import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.pipeline.ImportedOpportunity;
import com.pivotino.crm.api.pipeline.ImportedOpportunity.Passage;
import com.pivotino.crm.api.pipeline.LostReason;
import com.pivotino.crm.api.pipeline.NewOpportunity;
import com.pivotino.crm.api.pipeline.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** A year of a believable pipeline, up to today: what was won and lost in it, and what stands on the board now. */
final class Pipeline {

    private static final int WON = 96;
    private static final int LOST = 76;
    private static final List<Integer> OPEN = List.of(26, 28, 42, 34);

    private final Chance chance;
    private final ZonedDateTime now;
    private final String currency;
    private final List<Stage> open;
    private final Stage won;
    private final Stage lost;
    private final List<LostReason> reasons;

    /**
     * @param stages  in the pipeline's order
     * @param reasons those that need no note
     */
    Pipeline(Chance chance, Instant now, ZoneId zone, String currency, List<Stage> stages, List<LostReason> reasons) {
        this.chance = chance;
        this.now = now.atZone(zone);
        this.currency = currency;
        this.open = stages.stream().filter(stage -> !isClosed(stage) && stage.teamId() == null).toList();
        this.won = stages.stream().filter(stage -> stage.kind().equals("won")).findFirst().orElseThrow();
        this.lost = stages.stream().filter(stage -> stage.kind().equals("lost")).findFirst().orElseThrow();
        this.reasons = reasons;
    }

    /**
     * The opportunities, in no order of time.
     *
     * @param sellers   who has them
     * @param customers ids of contacts
     */
    List<ImportedOpportunity> make(List<Sellers.Seller> sellers, List<Long> customers) {
        List<ImportedOpportunity> made = new ArrayList<>();
        for (int i = 0; i < WON + LOST; i++) {
            made.add(closed(i < WON, number(made), chance.of(sellers), chance.of(customers)));
        }
        for (int column = 0; column < open.size(); column++) {
            int cards = OPEN.get(Math.min(column, OPEN.size() - 1));
            for (int i = 0; i < cards; i++) {
                made.add(standing(column, number(made), chance.of(sellers), chance.of(customers)));
            }
        }
        return made;
    }

    private ImportedOpportunity closed(boolean wins, String key, Sellers.Seller seller, long customer) {
        int cycle = chance.between(12, 85);
        int closedAgo = chance.between(1, 350 - cycle);
        Instant created = at(closedAgo + cycle);
        Instant closing = at(closedAgo);
        int columns = wins ? open.size() : chance.between(1, open.size());
        LostReason reason = wins ? null : chance.of(reasons);
        NewOpportunity what = opportunity(seller, customer, (wins ? won : lost).id(), null, reason == null ? null : reason.id());
        return new ImportedOpportunity(what, key, created, null, closing, true, path(columns, created, closing));
    }

    private ImportedOpportunity standing(int column, String key, Sellers.Seller seller, long customer) {
        int age = chance.between(1 + column * 6, 14 + column * 22);
        Instant created = at(age);
        List<Passage> all = path(column + 1, created, now.toInstant());
        Passage last = all.get(all.size() - 1);
        LocalDate closing = column == 0 ? null : now.toLocalDate().plusDays(chance.between(4, 75));
        NewOpportunity what = opportunity(seller, customer, open.get(column).id(), closing, null);
        return new ImportedOpportunity(what, key, created, last.at(), null, true, all.subList(0, all.size() - 1));
    }

    private NewOpportunity opportunity(Sellers.Seller seller, long customer, long stage, LocalDate closing, Long reason) {
        Deal deal = Deal.any(chance, now.getYear());
        List<String> tags = new ArrayList<>();
        while (chance.percent(30) && tags.size() < 2) {
            tags.add(chance.of(Words.TAGS));
        }
        int priority = chance.percent(55) ? 0 : chance.percent(55) ? 1 : chance.percent(75) ? 2 : 3;
        Money amount = chance.percent(94) ? new Money(deal.amount(), currency) : null;
        boolean isNew = stage == open.get(0).id();
        return new NewOpportunity(deal.name(), customer, null, null, null, amount, stage, seller.id(), seller.teamId(), priority,
                closing, chance.percent(60) ? chance.of(Words.NOTES) : null, tags.stream().distinct().toList(), isNew, reason, null);
    }

    /** Through so many of the open stages between two instants, entering the first at the beginning, each at a working hour. */
    private List<Passage> path(int columns, Instant from, Instant to) {
        List<Passage> path = new ArrayList<>();
        Instant entered = from;
        for (int i = 0; i < columns; i++) {
            path.add(new Passage(open.get(i).id(), entered));
            long left = Duration.between(entered, to).toDays();
            Instant next = hour(entered.atZone(now.getZone()).toLocalDate().plusDays(left * chance.between(15, 55) / 100));
            entered = next.isBefore(entered) || next.isAfter(to) ? entered.plusSeconds(Duration.between(entered, to).toSeconds() / 3)
                    : next;
        }
        return path;
    }

    /** So many days ago, at a working hour, never later than now. */
    private Instant at(int daysAgo) {
        Instant then = hour(now.toLocalDate().minusDays(daysAgo));
        return then.isAfter(now.toInstant()) ? now.toInstant() : then;
    }

    private Instant hour(LocalDate day) {
        return day.atTime(chance.between(8, 17), chance.between(0, 59)).atZone(now.getZone()).toInstant();
    }

    private static String number(List<ImportedOpportunity> made) {
        return String.format("DEMO-%04d", made.size() + 1);
    }

    private static boolean isClosed(Stage stage) {
        return stage.kind().equals("won") || stage.kind().equals("lost");
    }
}
