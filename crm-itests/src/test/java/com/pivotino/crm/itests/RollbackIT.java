package com.pivotino.crm.itests;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;

import javax.inject.Inject;

/** One act over four bundles is one transaction (ARCHITECTURE rule 4), on embedded H2. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class RollbackIT {

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] container() {
        return Container.product(OneTransaction.trusted());
    }

    @Test
    public void a_failing_reaction_takes_everything_back() throws Exception {
        new OneTransaction(context).a_failing_reaction_takes_everything_back();
    }

    @Test
    public void without_it_everything_is_there() throws Exception {
        new OneTransaction(context).without_it_everything_is_there();
    }
}
