/** What a JAX-RS resource of any bundle may ask of the REST publisher. */
@Export
@Version("1.0.0")
package com.pivotino.crm.api.rest;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
