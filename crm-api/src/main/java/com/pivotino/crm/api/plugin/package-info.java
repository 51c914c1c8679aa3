/** How partner code is called: on its own threads, with a deadline, failure being data. */
@Export
@Version("1.2.0")
package com.pivotino.crm.api.plugin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
