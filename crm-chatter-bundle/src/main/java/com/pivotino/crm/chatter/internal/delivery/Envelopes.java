package com.pivotino.crm.chatter.internal.delivery;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.NotificationPreferences;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.notification.spi.OutgoingNotification;
import com.pivotino.crm.api.notification.spi.OutgoingNotification.Recipient;
import com.pivotino.crm.api.record.RecordIndex;
import com.pivotino.crm.chatter.internal.content.Phrases;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** All that a batch of deliveries needs to know, loaded with one query each for entries, users, contacts, preferences. */
final class Envelopes {

    private final Directory directory;
    private final Map<Long, DeliveredEntry> entries;
    private final Map<Long, User> users;
    private final Map<Long, Contact> contacts;
    private final Map<Long, NotificationPreferences> preferences;
    private final Map<RecordRef, String> titles = new HashMap<>();

    private final Wording wording;

    private Envelopes(Wording wording, Directory directory, List<DeliveryEntity> batch, DeliveryQueue queue, RecordIndex records) {
        this.wording = wording;
        this.directory = directory;
        entries = queue.entries(batch.stream().map(DeliveryEntity::entryId).filter(Objects::nonNull).distinct().toList());
        List<Long> userIds = ids(batch, true);
        List<Long> contactIds = ids(batch, false);
        users = userIds.isEmpty() ? Map.of() : directory.users(userIds);
        contacts = contactIds.isEmpty() ? Map.of() : directory.contacts(contactIds);
        preferences = userIds.isEmpty() ? Map.of() : directory.notificationPreferences(userIds);
        records.find(batch.stream().map(DeliveryEntity::record).distinct().toList()).forEach((ref, record) -> {
            if (!record.deleted()) {
                titles.put(ref, record.title());
            }
        });
    }

    static Envelopes of(Wording wording, Directory directory, List<DeliveryEntity> batch, DeliveryQueue queue, RecordIndex records) {
        return new Envelopes(wording, directory, batch, queue, records);
    }

    private static List<Long> ids(List<DeliveryEntity> batch, boolean ofUsers) {
        return batch.stream().map(DeliveryEntity::person).filter(person -> person != null && person.isUser() == ofUsers)
                .map(PersonRef::id).distinct().toList();
    }

    /** Why it need not be told any more, or null. */
    String obsolete(DeliveryEntity delivery) {
        PersonRef person = delivery.person();
        if (person != null && person.isUser() && !Optional.ofNullable(users.get(person.id())).map(User::active).orElse(false)) {
            return "inactive";
        }
        DeliveredEntry entry = delivery.entryId() == null ? null : entries.get(delivery.entryId());
        return delivery.entryId() != null && (entry == null || entry.gone()) ? "deleted" : null;
    }

    /** What the recipient wants, if it is a user. */
    Optional<NotificationPreferences> preferences(DeliveryEntity delivery) {
        PersonRef person = delivery.person();
        return person == null || !person.isUser() ? Optional.empty() : Optional.ofNullable(preferences.get(person.id()));
    }

    ZoneId zone(DeliveryEntity delivery) {
        PersonRef person = delivery.person();
        return directory.zoneOf(person == null || !person.isUser() ? null : person.id());
    }

    OutgoingNotification envelope(DeliveryEntity delivery) {
        DeliveredEntry entry = delivery.entryId() == null ? null : entries.get(delivery.entryId());
        Recipient recipient = recipient(delivery);
        return new OutgoingNotification(delivery.id(), delivery.eventType(), delivery.kind(), recipient, delivery.record(),
                titles.get(delivery.record()), delivery.entryId(), wording.title(delivery, recipient),
                entry == null ? "" : wording.html(delivery, entry.html(), recipient),
                delivery.author() != null || entry == null ? delivery.author() : entry.author(), delivery.createdAt(),
                wording.why(delivery, recipient), delivery.causeId(),
                delivery.titlePhrase().map(Phrases::shown).orElse(null));
    }

    Recipient recipient(DeliveryEntity delivery) {
        PersonRef person = delivery.person();
        User user = person != null && person.isUser() ? users.get(person.id()) : null;
        Contact contact = person != null && !person.isUser() ? contacts.get(person.id()) : null;
        String own = user != null ? user.email() : contact != null ? contact.email() : null;
        Locale locale = user == null || user.locale() == null ? Locale.ENGLISH : Locale.forLanguageTag(user.locale());
        return new Recipient(person, delivery.personName(), delivery.address() == null ? own : delivery.address(), locale,
                zone(delivery));
    }
}
