package com.pivotino.crm.api.pipeline;

import com.pivotino.crm.api.Money;
import java.util.List;

/**
 * A figure of a report with the opportunities behind it: the list under {@code drillDown} holds exactly those.
 *
 * @param count     how many opportunities
 * @param sum       their expected revenue, one amount a currency, by currency code
 * @param filter    query members of {@link OpportunityService#list}, such as {@code outcome=lost&lostReason=3}
 * @param drillDown the address of that list
 */
public record ReportFigure(long count, List<Money> sum, String filter, String drillDown) {
    public ReportFigure {
        sum = List.copyOf(sum);
    }
}
