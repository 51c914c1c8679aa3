/** What the bundles of the product would otherwise each write again. Embedded privately by each of them (docs/adr/0009). */
package com.pivotino.crm.support;
