/** The words that all contexts share: references, people, money, pages, acts and their errors. */
@Export
@Version("1.1.0")
package com.pivotino.crm.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
