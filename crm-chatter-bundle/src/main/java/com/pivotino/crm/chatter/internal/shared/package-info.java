/** The view of followers outside, by signed links (SEMANTICS W7). */
package com.pivotino.crm.chatter.internal.shared;
