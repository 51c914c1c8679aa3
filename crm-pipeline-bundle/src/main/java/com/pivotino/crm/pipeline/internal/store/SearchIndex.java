package com.pivotino.crm.pipeline.internal.store;

import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.domain.SearchWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.persistence.EntityManager;

/** The words that {@code q} finds opportunities by. */
public final class SearchIndex {
    private static final int LINES = 200;
    private final EntityManager em;

    SearchIndex(EntityManager em) {
        this.em = em;
    }

    /** Takes in new ones. */
    public void add(Collection<OpportunityEntity> cards) {
        List<Object> values = new ArrayList<>();
        for (OpportunityEntity card : cards) {
            for (String word : SearchWords.of(card)) {
                values.add(card.id());
                values.add(word);
                if (values.size() == 2 * LINES) {
                    insert(values);
                }
            }
        }
        insert(values);
    }

    /** Takes in what has changed of one. */
    public void refresh(OpportunityEntity card) {
        Set<String> gone = new LinkedHashSet<>();
        for (Object word : PipelineStores.aside(em, "SELECT term FROM pl_term WHERE opportunity_id = ?", card.id()).column()) {
            gone.add((String) word);
        }
        List<Object> values = new ArrayList<>();
        for (String word : SearchWords.of(card)) {
            if (!gone.remove(word)) {
                values.add(card.id());
                values.add(word);
            }
        }
        for (String word : gone) {
            PipelineStores.aside(em, "DELETE FROM pl_term WHERE opportunity_id = ? AND term = ?", card.id(), word).update();
        }
        insert(values);
    }

    private void insert(List<Object> values) {
        if (!values.isEmpty()) {
            String lines = String.join(", ", Collections.nCopies(values.size() / 2, "(?, ?)"));
            PipelineStores.aside(em, "INSERT INTO pl_term (opportunity_id, term) VALUES " + lines, values.toArray()).update();
            values.clear();
        }
    }
}
