package com.pivotino.crm.chatter.internal.shared;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.chatter.internal.domain.Following;
import com.pivotino.crm.chatter.internal.store.ChatterStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import javax.persistence.EntityManager;

/** Links of followers outside: made for mails, opened by who has one. Joins the running transaction. */
public final class AccessLinks {

    private static final Duration FILES = Duration.ofDays(90);

    private final ChatterStore store;
    private final AccessTokens tokens;

    public AccessLinks(EntityManager em) {
        this.store = new ChatterStore(em);
        this.tokens = new AccessTokens(em);
    }

    /** The token of somebody outside who follows the record and whose link works; else empty. */
    public Optional<String> token(RecordRef record, PersonRef person, Instant now) {
        return person == null || person.isUser() ? Optional.empty()
                : store.following(record, person).filter(following -> following.hasAccess(now)).map(this::token);
    }

    public String token(Following following) {
        return tokens.token(following.id(), following.accessGeneration());
    }

    /** A token by which somebody who got an entry by mail reads its files, for 90 days; the person need not follow. */
    public String filesToken(long entryId, Instant now) {
        return tokens.filesToken(entryId, now.plus(FILES));
    }

    /** The entry whose files this token opens. */
    OptionalLong entryOfFiles(String token, Instant now) {
        return tokens.entryOfFiles(token, now);
    }

    /** Who follows by this token, or empty if the link does not work (any more). */
    Optional<Following> open(String token, Instant now) {
        return AccessTokens.follower(token).stream().boxed().findFirst().flatMap(store::following)
                .filter(following -> !following.person().isUser())
                .filter(following -> tokens.fits(token, following.id(), following.accessGeneration()))
                .filter(following -> following.hasAccess(now));
    }
}
