package com.pivotino.crm.chatter.internal.message;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.chatter.NewMessage;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.chatter.internal.content.MessageFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what is to change about a message. */
final class MessagePatch {

    private static final Set<String> WRITABLE = Set.of("body", "format", "confirmExternal", "grantAccess");
    private static final Set<String> READ_ONLY = Set.of("id", "kind", "subtype", "author", "at", "replyTo", "attachments",
            "deliveries", "changes", "causeId", "marks", "folded", "automatic", "editedAt", "deletedAt", "editableUntil");

    private MessagePatch() {
    }

    /** @return null if nothing is to change */
    static MessageDraft draft(MergePatch patch, MessageFormatter formatter) {
        patch.allowing(WRITABLE, READ_ONLY);
        if (!patch.has("body")) {
            return null;
        }
        return MessageDraft.of(new NewMessage(NewMessage.NOTE, patch.exactText("body", MessageFormatter.SOURCE_CHARS),
                patch.text("format", 20), null, null, null, patch.texts("confirmExternal"), null, people(patch)), formatter);
    }

    private static List<PersonRef> people(MergePatch patch) {
        List<PersonRef> people = new ArrayList<>();
        Object value = patch.value("grantAccess");
        if (value != null && !(value instanceof List<?>)) {
            throw CrmException.invalid("grantAccess", "invalid", "This must be a list of people.");
        }
        for (Object one : value == null ? List.of() : (List<?>) value) {
            if (!(one instanceof Map<?, ?> person)) {
                throw CrmException.invalid("grantAccess", "invalid", "A person is {\"kind\": \"user\", \"id\": 7}.");
            }
            people.add(PersonRef.parse(person.get("kind") + ":" + person.get("id")));
        }
        return people;
    }
}
