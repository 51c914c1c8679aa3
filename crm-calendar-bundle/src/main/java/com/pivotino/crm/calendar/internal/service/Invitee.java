package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.calendar.internal.domain.Address;

/**
 * Somebody to invite.
 *
 * @param email the address of who is neither user nor contact, else null
 * @param name  the name to show, for those by address only
 */
record Invitee(Address address, String email, String name) {
}
