package com.pivotino.crm.api.chatter;

import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.attachment.AttachmentService;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A record as a follower outside sees it, by a link of their own without login (SEMANTICS W7). A token that is unknown, expired,
 * revoked, or of somebody who follows no more is {@code not_found}, all the same.
 */
@ProviderType
public interface SharedService {

    /** The conversation, newest first; the first page of a reading is logged. */
    SharedView view(String token, ListQuery query);

    /** The reader answers with a message. More than 20 in an hour are {@code rate_limited}. */
    SharedView.Message post(String token, Answer answer);

    /** The reader follows no more; twice, and with a link that works no more, is harmless (SEMANTICS W6). */
    void unsubscribe(String token);

    /** A file of a message that the reader sees. */
    AttachmentService.Content attachment(String token, long id);

    /**
     * An answer that the reader posts.
     *
     * @param body    Markdown
     * @param replyTo a message, or null
     */
    record Answer(String body, Long replyTo) {
    }
}
