package com.pivotino.crm.testkit;

import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;

/** A record with a number that acts count up. */
@Entity
@Table(name = "sample_thing")
public class Thing {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sample")
    @SequenceGenerator(name = "sample", sequenceName = "sample_seq", allocationSize = 50)
    private long id;
    @Version
    private long version;
    private String name;
    private long number;

    protected Thing() {
    }

    Thing(String name) {
        this.name = name;
    }

    void count() {
        number++;
    }

    long id() {
        return id;
    }

    long number() {
        return number;
    }
}
