/** Further kinds of files that imports can read. */
@Export
@Version("1.0.0")
package com.pivotino.crm.api.imports.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
