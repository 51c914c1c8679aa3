/** Acts in one transaction, the events they publish, reactions inside and listeners after it. */
@Export
@Version("1.2.0")
package com.pivotino.crm.api.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
