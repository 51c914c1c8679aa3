/** Extension points of the calendar. */
@Export
@Version("1.0.0")
package com.pivotino.crm.api.calendar.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
