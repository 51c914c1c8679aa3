/**
 * Services that only the product's own bundles use. Partners do not import this package: it changes in any release, without
 * a word in the change log.
 */
@Export
@Version("1.0.0")
package com.pivotino.crm.api.internal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
