/** Jobs that run now and then, on one node at a time. */
@Export
@Version("1.0.0")
package com.pivotino.crm.api.schedule;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
