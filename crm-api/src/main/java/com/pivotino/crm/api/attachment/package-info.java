/** Files that hang on records: uploading, reading, linking, and where their content lies (SEMANTICS A7, L7). */
@Export
@Version("1.0.0")
package com.pivotino.crm.api.attachment;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
