/** Events of users, contacts, teams and settings. */
@Export
@Version("1.1.0")
package com.pivotino.crm.api.directory.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
