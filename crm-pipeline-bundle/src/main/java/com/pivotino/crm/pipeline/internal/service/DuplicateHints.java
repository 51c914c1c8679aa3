package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.DirectoryAdmin;
import com.pivotino.crm.api.pipeline.Duplicates;
import com.pivotino.crm.api.pipeline.Duplicates.DuplicateContact;
import com.pivotino.crm.api.pipeline.Duplicates.DuplicateOpportunity;
import com.pivotino.crm.api.pipeline.event.OpportunityState;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.domain.SearchWords;
import com.pivotino.crm.pipeline.internal.store.Where;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who and what may be the same as something about to be made. Everybody sees contacts; opportunities by the rule. */
final class DuplicateHints {
    private static final int MOST = 10;
    private static final String EMAIL = "email";
    private static final String PHONE = "phone";
    private static final String NAME = "name";
    private final PipelineCore core;
    private final DirectoryAdmin people;

    DuplicateHints(PipelineCore core, DirectoryAdmin people) {
        this.core = core;
        this.people = people;
    }

    /** What is asked for, as it is compared. */
    private record Question(String email, String phone, String name) {
        List<String> matched(String otherEmail, String otherPhone, String otherName) {
            List<String> matched = new ArrayList<>();
            if (email != null && email.equals(SearchWords.address(otherEmail))) {
                matched.add(EMAIL);
            }
            if (phone != null && phone.equals(SearchWords.phone(otherPhone))) {
                matched.add(PHONE);
            }
            if (name != null && otherName != null && name.equalsIgnoreCase(otherName.strip())) {
                matched.add(NAME);
            }
            return matched;
        }
    }

    Duplicates find(Actor actor, ListQuery query) {
        query.allowing(Set.of(EMAIL, PHONE, NAME));
        Question question = new Question(SearchWords.address(query.filter(EMAIL)), SearchWords.phone(query.filter(PHONE)),
                Texts.plain(NAME, query.filter(NAME), Texts.NAME));
        if (query.filters().isEmpty()) {
            throw CrmException.invalid(EMAIL, "required", "Give an address, a phone number or a name.");
        }
        return core.read(db -> {
            Map<Long, Contact> contacts = people.findSimilarContacts(question.email(), query.filter(PHONE) == null
                    || question.phone() == null ? null : query.filter(PHONE), question.name(), MOST).stream()
                    .collect(Collectors.toMap(Contact::id, Function.identity()));
            Map<Long, Long> open = db.opportunities().openByCustomer(Where.readableBy(actor), contacts.keySet());
            List<OpportunityEntity> cards = db.opportunities().similar(Where.readableBy(actor), question.email(),
                    question.phone(), contacts.keySet(), MOST);
            Lookup names = new Lookup(db, core.directory(), cards);
            return new Duplicates(contacts.values().stream().map(contact -> contact(question, contact, open))
                    .sorted(Comparator.comparingInt((DuplicateContact hint) -> -hint.matched().size())
                            .thenComparing(DuplicateContact::id)).toList(),
                    cards.stream().map(card -> opportunity(question, card, names, contacts))
                            .sorted(Comparator.comparingInt((DuplicateOpportunity hint) -> -hint.matched().size())
                                    .thenComparing(DuplicateOpportunity::id)).toList());
        });
    }

    private static DuplicateContact contact(Question question, Contact contact, Map<Long, Long> open) {
        return new DuplicateContact(contact.id(), contact.name(), contact.email(), contact.phone(), contact.company(),
                question.matched(contact.email(), contact.phone(), contact.name()), open.getOrDefault(contact.id(), 0L));
    }

    private static DuplicateOpportunity opportunity(Question question, OpportunityEntity card, Lookup names,
            Map<Long, Contact> contacts) {
        OpportunityState state = card.toState(names);
        Contact customer = card.customerId() == null ? null : contacts.get(card.customerId());
        List<String> matched = new ArrayList<>(question.matched(state.email(), state.phone(),
                state.customer() == null ? null : state.customer().name()));
        if (customer != null) {
            question.matched(customer.email(), customer.phone(), customer.name()).stream()
                    .filter(member -> !matched.contains(member)).forEach(matched::add);
        }
        return new DuplicateOpportunity(card.id(), state.name(), state.stage(), state.customer(), state.salesperson(),
                state.expectedRevenue(), matched);
    }
}
