package com.pivotino.crm.api.directory;

/** The request that creates a contact; only the name or the email is required. */
public record NewContact(String name, String email, String phone, String company) {
}
