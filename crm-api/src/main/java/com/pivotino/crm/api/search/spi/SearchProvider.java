package com.pivotino.crm.api.search.spi;

import com.pivotino.crm.api.plugin.ExtensionPoint;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Finds records of one kind by search text. An OSGi service, called through the plugin invoker outside of any
 * transaction of ours, whenever somebody pauses while typing. Its hits stand under its name.
 *
 * <p><b>Several match:</b> all are asked, in ranking order, which is the order of the groups too; ours (opportunities and contacts)
 * stand at -100 and -101. Of two with the same id the higher ranking is used, so a partner can define ours anew.
 *
 * <p><b>Results:</b> the best first; more than were asked for are cut off, and malformed ones are left out. A provider finds only
 * what the caller may read. A hit whose record the record index knows and the caller may not read is left out as well.
 *
 * <p><b>An exception, no answer in time, null:</b> the group is left out, and {@code GET /search} names the provider as
 * {@code missing}; the others still count.
 *
 * <p>Implementations are thread-safe, return within the timeout ({@code crm.plugin.timeoutMs}, 2 s unless it is set) and better in a
 * tenth of that, do not call command services and do not keep what they are given.
 */
@ConsumerType
@ExtensionPoint(required = {SearchProvider.ID, SearchProvider.NAME}, exclusive = SearchProvider.ID)
public interface SearchProvider {

    /** Service property, String, required: names the group for programs, such as {@code opportunities}; stable. */
    String ID = "crm.search.id";

    /** Service property, String, required: the group's heading, such as {@code Opportunities}. */
    String NAME = "crm.search.name";

    /** The matches, best first. */
    List<SearchHit> search(SearchQuery query);
}
