/** Activities and their types (SEMANTICS section 2). */
@Export
@Version("2.0.0")
package com.pivotino.crm.api.activity;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
