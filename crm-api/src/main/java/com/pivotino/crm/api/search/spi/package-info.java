/** Extension point of the search in the browser UI and of {@code GET /search}. */
@Export
@Version("1.0.0")
package com.pivotino.crm.api.search.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
