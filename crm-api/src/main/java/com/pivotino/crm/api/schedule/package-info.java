/** Time: jobs that run now and then on one node, and where the product's clock takes its time from. */
@Export
@Version("1.0.0")
package com.pivotino.crm.api.schedule;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
