/** Extension point of the browser UI: custom elements in declared places. */
@Export
@Version("1.0.0")
package com.pivotino.crm.api.ui.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
