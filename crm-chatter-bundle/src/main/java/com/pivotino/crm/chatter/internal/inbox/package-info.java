/** What users are told in the product: notices, who gets one, and their inbox. */
package com.pivotino.crm.chatter.internal.inbox;
