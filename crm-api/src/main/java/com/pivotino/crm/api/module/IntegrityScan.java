package com.pivotino.crm.api.module;

import com.pivotino.crm.api.event.DomainEvent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** One moment of the database, for reading. Everything is handed out piece by piece, however much there is. */
@ProviderType
public interface IntegrityScan {

    /**
     * Names something that must hold and is looked at now.
     *
     * @param sentence what holds, such as "A won card stands in a won stage"
     * @return takes what stands against it, one text for each record, with its id
     */
    Consumer<String> invariant(String sentence);

    /**
     * Reads rows of the module's own tables.
     *
     * @param sql  runs on H2 and PostgreSQL; parameters as {@code ?}
     * @param each takes the columns of a row as JDBC gives them
     */
    void rows(String sql, List<?> arguments, Consumer<Object[]> each);

    /** Names something that must hold, with a query that finds only what breaks it; its columns are told. */
    default void none(String sentence, String sql) {
        Consumer<String> against = invariant(sentence);
        rows(sql, List.of(), row -> against.accept(Arrays.toString(row)));
    }

    /**
     * Reads the log, in the order in which things happened to each record.
     *
     * @param types event types or patterns
     */
    void events(List<String> types, Consumer<DomainEvent> each);

    /** Reads the last event of these types of each record. */
    void latest(List<String> types, Consumer<DomainEvent> each);
}
