/** People, contacts, teams, settings, and how a caller is recognised. */
@Export
@Version("1.1.0")
package com.pivotino.crm.api.directory;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
