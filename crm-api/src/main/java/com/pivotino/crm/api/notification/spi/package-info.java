/** What partners can add to notifications: further channels, further people, and fewer. */
@Export
@Version("1.1.0")
package com.pivotino.crm.api.notification.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
