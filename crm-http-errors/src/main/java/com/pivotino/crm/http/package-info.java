/** What the web server answers by itself. */
package com.pivotino.crm.http;
