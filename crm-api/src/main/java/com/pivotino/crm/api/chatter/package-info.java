/** The feed of a record and its followers (SEMANTICS section 4). */
@Export
@Version("1.1.0")
package com.pivotino.crm.api.chatter;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
