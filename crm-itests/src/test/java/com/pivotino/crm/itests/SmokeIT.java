package com.pivotino.crm.itests;

import static org.junit.Assert.assertTrue;
import java.util.Arrays;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.osgi.framework.BundleContext;

@RunWith(PaxExam.class)
public class SmokeIT {
    @Inject BundleContext context;
    @Configuration public Option[] config() { return Container.product(); }
    @Test public void boots() {
        Arrays.stream(context.getBundles()).forEach(b -> { if (b.getSymbolicName().contains("crm")) System.err.println(b.getSymbolicName() + " " + b.getState()); });
        assertTrue(true);
    }
}
