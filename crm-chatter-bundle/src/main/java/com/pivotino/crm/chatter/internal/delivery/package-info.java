/** Who is told of what by which channel: one row a person, event and channel, written with what it tells of. */
package com.pivotino.crm.chatter.internal.delivery;
