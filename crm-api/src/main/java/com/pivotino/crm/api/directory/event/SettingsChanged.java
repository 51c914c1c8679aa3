package com.pivotino.crm.api.directory.event;

import com.pivotino.crm.api.event.EventType;
import java.util.List;

/** Settings were changed; every node drops what it keeps of them. The record is {@code settings:1}. */
@EventType("directory.SettingsChanged")
public record SettingsChanged(List<String> names) {
}
