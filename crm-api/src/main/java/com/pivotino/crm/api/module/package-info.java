/** The installed modules of the product: health, database schema and integrity checks. */
@Export
@Version("1.1.0")
package com.pivotino.crm.api.module;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
