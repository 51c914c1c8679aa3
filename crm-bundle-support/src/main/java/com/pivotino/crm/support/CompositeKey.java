package com.pivotino.crm.support;

import java.io.Serializable;
import java.util.List;

/** An id of several columns: an id class for JPA, equal to another one of its class that has equal parts. */
public abstract class CompositeKey implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The values that make up the id; some may be null. */
    protected abstract List<?> parts();

    @Override
    public final boolean equals(Object other) {
        return other instanceof CompositeKey key && getClass() == key.getClass() && parts().equals(key.parts());
    }

    @Override
    public final int hashCode() {
        return parts().hashCode();
    }
}
