package com.pivotino.crm.imports.internal.domain;

import java.util.Locale;
import javax.persistence.AttributeConverter;
import javax.persistence.Converter;

/** Kinds stand in the database in upper case. */
@Converter
public final class KindColumn implements AttributeConverter<ImportKind, String> {

    @Override
    public String convertToDatabaseColumn(ImportKind kind) {
        return kind == null ? null : kind.key().toUpperCase(Locale.ROOT);
    }

    @Override
    public ImportKind convertToEntityAttribute(String column) {
        return column == null ? null : new ImportKind(column.toLowerCase(Locale.ROOT));
    }
}
