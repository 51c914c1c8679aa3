package com.pivotino.crm.itests;

import javax.inject.Inject;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;

/** Tests that run inside the product on embedded H2, one container a class. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public abstract class InProduct {

    @Inject
    protected BundleContext context;

    @Configuration
    public Option[] container() {
        return Container.product();
    }
}
