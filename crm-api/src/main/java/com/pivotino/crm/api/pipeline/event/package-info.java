/** Events of opportunities. */
@Export
@Version("1.0.0")
package com.pivotino.crm.api.pipeline.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
