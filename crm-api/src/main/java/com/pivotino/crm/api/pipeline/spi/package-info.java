/** Extension points of the pipeline (SEMANTICS B1). */
@Export
@Version("1.0.0")
package com.pivotino.crm.api.pipeline.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
