package com.pivotino.crm.runtime.internal.retention;

import com.pivotino.crm.api.module.RetentionRules.Rule;
import com.pivotino.crm.api.schedule.ScheduledJob;
import com.pivotino.crm.runtime.internal.sql.Database;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes old rows by the modules' rules, the oldest first, in transactions of a thousand rows. */
public final class RetentionJob implements ScheduledJob {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);
    private static final int ROWS = 1000;
    /** One run deletes at most so many rows of a table; the next one goes on. */
    private static final int MAX_ROUNDS = 200;

    private final Database database;
    private final Supplier<List<Rule>> rules;
    private volatile Map<String, Object> days = Map.of();

    public RetentionJob(Database database, Supplier<List<Rule>> rules) {
        this.database = database;
        this.rules = rules;
    }

    /** What the operator has set: days by the names of rules. */
    public void configure(Map<String, Object> settings) {
        days = Map.copyOf(settings);
    }

    @Override
    public void run(Instant now) {
        for (Rule rule : rules.get()) {
            int kept = days(rule);
            if (kept > 0) {
                purge(rule, now.minus(Duration.ofDays(kept)));
            }
        }
    }

    private void purge(Rule rule, Instant before) {
        try {
            long total = 0;
            int rows = ROWS;
            for (int round = 0; round < MAX_ROUNDS && rows == ROWS; round++) {
                rows = database.inNew(connection -> {
                    try (PreparedStatement delete = connection.prepareStatement(sql(rule))) {
                        delete.setObject(1, Database.column(before));
                        delete.setObject(2, Database.column(before));
                        return delete.executeUpdate();
                    }
                });
                total += rows;
            }
            if (total > 0) {
                LOG.info("{} rows of {} from before {} were deleted ({})", total, rule.table(), before, rule.name());
            }
        } catch (RuntimeException e) {
            LOG.warn("Old rows of {} were not deleted ({}); next try in an hour", rule.table(), rule.name(), e);
        }
    }

    private static String sql(Rule rule) {
        return "DELETE FROM " + rule.table() + " WHERE " + rule.id() + " IN (SELECT " + rule.id() + " FROM " + rule.table()
                + " WHERE " + rule.time() + " < ?" + (rule.only() == null ? "" : " AND (" + rule.only() + ")")
                + " ORDER BY " + rule.id() + " FETCH FIRST " + ROWS + " ROWS ONLY) AND " + rule.time() + " < ?";
    }

    private int days(Rule rule) {
        Object set = days.get(rule.name());
        if (set == null) {
            return rule.days();
        }
        if (set.toString().strip().matches("\\d{1,5}")) {
            return Integer.parseInt(set.toString().strip());
        }
        LOG.warn("{} = {} is no number of days; {} holds", rule.name(), set, rule.days());
        return rule.days();
    }
}
