package com.pivotino.crm.directory.internal.service;

/**
 * The way on which a try to sign in comes; each is counted by itself, so that who guesses at one of them does not close the
 * others.
 *
 * @param address    the caller's address, or null if there is none to count by
 * @param deviceHash what is kept of the token of a browser in which this user has signed in before, or null
 * @param shell      whether it is the shell of the operator
 */
record Door(String address, String deviceHash, boolean shell) {

    static Door network(String address) {
        return new Door(address, null, false);
    }

    static Door ofShell() {
        return new Door(null, null, true);
    }

    Door knownAs(String hash) {
        return new Door(address, hash, shell);
    }
}
