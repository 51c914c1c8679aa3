/** Services of the REST publisher for the JAX-RS resources of all bundles. */
@Export
@Version("1.0.0")
package com.pivotino.crm.api.rest;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
