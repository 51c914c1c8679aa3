/** Mail between bundles: what any bundle asks to be sent, and calendar objects that came in by mail. */
@Export
@Version("1.0.0")
package com.pivotino.crm.api.mail.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
