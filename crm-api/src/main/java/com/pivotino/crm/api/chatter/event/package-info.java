/** Events of messages and followers. */
@Export
@Version("1.0.0")
package com.pivotino.crm.api.chatter.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
