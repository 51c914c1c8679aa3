package com.pivotino.crm.benchmarks.load;

/** The system did not do what was asked, such as when it is overloaded; counted beside the figures. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message);
    }
}
