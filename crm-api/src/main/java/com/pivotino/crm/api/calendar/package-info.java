/** Events, recurrence, reminders (SEMANTICS section 3). */
@Export
@Version("2.0.0")
package com.pivotino.crm.api.calendar;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
