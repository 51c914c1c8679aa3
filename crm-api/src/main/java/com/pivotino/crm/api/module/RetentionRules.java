package com.pivotino.crm.api.module;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Retention of a module's rows: deletes old rows of tables that only grow. An OSGi service. The runtime deletes
 * once an hour, in small transactions, by the days that the operator has set in {@code etc/com.pivotino.crm.retention.cfg}
 * under the name of the rule, or else by the rule's own.
 *
 * <p>Several match: all rules are followed; of one name the highest ranking. An exception: logged, and tried again an hour later.
 */
@ConsumerType
public interface RetentionRules {

    /** The rules, always the same. */
    List<Rule> rules();

    /**
     * One table.
     *
     * @param name  for the operator, such as {@code pipeline.changes}: letters, digits, dots
     * @param days  how long rows are kept unless the operator says otherwise; 0 means for ever
     * @param table the table
     * @param id    its primary key, one number that grows with time
     * @param time  the column with the UTC time from which on the days count
     * @param only  a further SQL condition on the row, or null
     */
    record Rule(String name, int days, String table, String id, String time, String only) {

        public Rule {
            if (!name.matches("[A-Za-z0-9.]+") || days < 0 || !(table + id + time).matches("[a-z0-9_]+")) {
                throw new IllegalArgumentException("This is no rule: " + name + " for " + table);
            }
        }
    }
}
