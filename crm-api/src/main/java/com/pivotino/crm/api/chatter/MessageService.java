package com.pivotino.crm.api.chatter;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.rest.MergePatch;
import org.osgi.annotation.versioning.ProviderType;

/** Messages and notes on records (SEMANTICS C1 to C4, X1 to X8, V1 to V6). Who may read the record may write on it. */
@ProviderType
public interface MessageService {

    /** Previews the recipients of this message; changes nothing (SEMANTICS X6). */
    RecipientPreview preview(Actor actor, RecordRef record, NewMessage message);

    /**
     * Posts. Refused with {@code validation_failed} on {@code body} if there is neither text nor file,
     * {@code external_confirmation_required} naming the addresses (SEMANTICS X2), {@code inactive_person},
     * {@code mention_without_access} (V5), {@code recipients_changed} 409 (X6).
     */
    Answer<FeedEntry> post(Actor actor, RecordRef record, NewMessage message);

    /** One of a record that the caller may read. */
    MessageDetail message(Actor actor, long id);

    /**
     * Changes {@code body} (with {@code format}, {@code confirmExternal}, {@code grantAccess}) of one's own message while the
     * setting {@code editWindowMinutes} allows and no mail of it has left (SEMANTICS C4); then {@code not_editable} 409. Only
     * people who are newly mentioned are told (V4).
     */
    Answer<FeedEntry> edit(Actor actor, long id, MergePatch patch);

    /** The author or an administrator takes it away; a stub stays (SEMANTICS C4). Twice is once. */
    void delete(Actor actor, long id);

    /** Everybody who was told of an entry and everybody who was left out, by name. */
    Page<FeedEntry.Delivery> deliveries(Actor actor, long id, ListQuery query);

    /** People whose name, login or address begins so, in the order of SEMANTICS V2; inactive ones never. */
    Page<MentionSuggestion> suggestions(Actor actor, RecordRef record, String text);
}
