package com.pivotino.crm.api.activity;

import com.pivotino.crm.api.RecordRef;
import java.time.LocalDate;

/**
 * The request that launches a plan.
 *
 * @param record what its activities are planned on
 * @param date   what its lines count from, or null for today in the caller's zone
 */
public record NewLaunch(RecordRef record, LocalDate date) {
}
