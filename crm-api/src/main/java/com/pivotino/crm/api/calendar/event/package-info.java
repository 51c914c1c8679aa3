/** What happened in the calendar, as far as other bundles care. */
@Export
@Version("1.0.0")
package com.pivotino.crm.api.calendar.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
