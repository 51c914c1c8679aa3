package com.pivotino.crm.api;

/** A role of a user; a user may hold several. */
public enum Role {
    /** Works on their own records and reads those of their teams. */
    SALESPERSON,
    /** Works on all records of the teams they lead or belong to, and manages stages and reasons. */
    MANAGER,
    /** May do everything, settings and users included. */
    ADMIN
}
