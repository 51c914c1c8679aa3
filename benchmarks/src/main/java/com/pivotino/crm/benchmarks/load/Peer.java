package com.pivotino.crm.benchmarks.load;

import java.io.IOException;

/** A CRM under load. Whoever wants to compare another system writes one small class; ids are the system's own. */
interface Peer {

    /** Signs in on a new connection. */
    void signIn(LightClient client) throws IOException;

    /**
     * Creates an opportunity, with all that the system makes with it.
     *
     * @param number unlike any before
     * @return the new one
     */
    Deal create(LightClient client, long number) throws IOException;

    /** Moves an opportunity to one of the open stages, which are counted from 0 to 3. */
    void move(LightClient client, Deal deal, int stage) throws IOException;

    /** Completes the first activity with feedback. */
    void complete(LightClient client, Deal deal) throws IOException;

    /** Writes a message on a record; whoever follows it is told in the application. */
    void message(LightClient client, Deal deal, long number) throws IOException;

    /** Ten people follow a record from now on. */
    void addFollowers(LightClient client, Deal deal) throws IOException;

    /** Reads the board: counts, sums and the first 80 cards of each column. */
    void board(LightClient client) throws IOException;

    /** Reads the counts of the activity menu. */
    void counts(LightClient client) throws IOException;

    /** From now on the client gets answers that others have been given too, or only such as are made for it. */
    default void shares(LightClient client, boolean shared) throws IOException {
        // a system that shares no answers has nothing to change
    }

    /** Searches opportunities by a part of a name. */
    void search(LightClient client, long number) throws IOException;

    /** An opportunity and its first activity. */
    record Deal(long id, long activity) {
    }
}
