package com.pivotino.crm.api.pipeline;

import com.pivotino.crm.api.activity.TypeRef;
import java.time.LocalDate;

/** The open activity of a card that is due first; the oldest of several on one day. */
public record NextActivity(long id, LocalDate dueDate, String summary, TypeRef type) {
}
