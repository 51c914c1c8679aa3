/** Extension points of notifications: channels, rules that add recipients, and policies that remove them. */
@Export
@Version("1.1.0")
package com.pivotino.crm.api.notification.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
