/** Files of records: what they are called, what they are, where they lie, who may have them (SEMANTICS A7, L7). */
package com.pivotino.crm.chatter.internal.file;
