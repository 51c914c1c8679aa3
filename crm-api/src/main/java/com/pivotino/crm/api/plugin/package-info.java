/** Calls to partner code: on separate threads, with a deadline; a failure is an answer, not an exception. */
@Export
@Version("1.2.0")
package com.pivotino.crm.api.plugin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
