/** Opportunities, stages, board (SEMANTICS section 1). */
@Export
@Version("2.0.0")
package com.pivotino.crm.api.pipeline;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
