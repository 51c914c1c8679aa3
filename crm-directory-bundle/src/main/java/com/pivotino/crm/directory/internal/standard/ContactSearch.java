package com.pivotino.crm.directory.internal.standard;

import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.search.spi.SearchHit;
import com.pivotino.crm.api.search.spi.SearchProvider;
import com.pivotino.crm.api.search.spi.SearchQuery;
import com.pivotino.crm.directory.internal.DirectoryModule;
import com.pivotino.crm.directory.internal.service.ContactService;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Contacts, which every user may read, as the list's filter {@code q} finds them. */
@Component(property = {"service.ranking:Integer=-101", SearchProvider.ID + "=contacts", SearchProvider.NAME + "=Contacts"})
public final class ContactSearch implements SearchProvider {

    private final ContactService contacts;

    @Activate
    public ContactSearch(@Reference DirectoryModule module) {
        this.contacts = module.services().contacts();
    }

    @Override
    public List<SearchHit> search(SearchQuery query) {
        return contacts.list(new ListQuery(query.limit(), null, null, false, Map.of("q", List.of(query.text())))).items().stream()
                .map(ContactSearch::hit).toList();
    }

    private static SearchHit hit(Contact contact) {
        String company = Objects.equals(contact.company(), contact.name()) ? null : contact.company();
        String detail = Stream.of(company, contact.email()).filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining(" \u00b7 "));
        String title = contact.name() == null || contact.name().isBlank() ? contact.email() : contact.name();
        return new SearchHit(new RecordRef("contact", contact.id()), title, detail.isEmpty() ? null : detail, null, contact.phone(), null,
                "/contacts/" + contact.id());
    }
}
