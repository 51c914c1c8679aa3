/** For tests of bundles, ours and partners': the real runtime without a container, fakes, and a contract for each SPI. */
@Export
@Version("1.0.0")
package com.pivotino.crm.testkit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
