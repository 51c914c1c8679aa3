/** Outgoing mail as other bundles see it. */
@Export
@Version("1.0.0")
package com.pivotino.crm.api.mail;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
