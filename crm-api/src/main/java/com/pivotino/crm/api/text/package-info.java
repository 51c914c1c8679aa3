/** Comparison of texts in searches; the same in every module. */
@Export
@Version("1.1.0")
package com.pivotino.crm.api.text;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
