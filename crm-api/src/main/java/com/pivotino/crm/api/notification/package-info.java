/** The notifications of a user: the inbox of the product. */
@Export
@Version("1.1.0")
package com.pivotino.crm.api.notification;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
