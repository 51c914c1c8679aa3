package com.pivotino.crm.api.directory;

import com.pivotino.crm.api.Versioned;

/**
 * A person or company outside.
 *
 * @param bounced whether mail to the address came back for good
 */
public record Contact(long id, long version, String name, String email, String phone, String company, boolean bounced)
        implements Versioned {
}
