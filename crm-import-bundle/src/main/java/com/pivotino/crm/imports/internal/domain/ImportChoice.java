package com.pivotino.crm.imports.internal.domain;

import javax.persistence.Column;
import javax.persistence.Embeddable;

/** What a person said that a cell's text means: an id, another text, or nothing at all. */
@Embeddable
public class ImportChoice {

    private String field;
    @Column(name = "cell")
    private String text;
    private String target;

    protected ImportChoice() {
    }

    /**
     * @param field  a field, or the name of a column that goes to the description
     * @param text   the cell's text
     * @param target the id or the replacement; null for "means nothing that we know"
     */
    ImportChoice(String field, String text, String target) {
        this.field = field;
        this.text = text;
        this.target = target;
    }

    public String field() {
        return field;
    }

    public String text() {
        return text;
    }

    public String target() {
        return target;
    }
}
